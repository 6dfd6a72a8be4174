// Words that hold sentences together and say nothing of topics; by them a text's language is guessed. Negations are not among them.

import type { Language } from '../../../bot/texts/language.ts';

export const STOP: Readonly<Record<Language, string>> = {
  en: `a an the and or of to in on at by for with from as is are was were be been being am do does did has have had having i me my mine we us our you your
    he him his she her it its they them their this that these those there here what which who whom how when where why so than if also just very more most
    much many some any about into through can could would will should may might must like want wants need needs get getting i'm i've i'd it's that's
    help better also really too other another such while because between over under up down out off often always already still now include includes including`,
  sv: `att och i på av för med om till från som en ett den det de dem är var varit vara har hade ha jag mig min mitt mina du dig din ditt dina vi oss vår vårt våra
    er han honom hans hon henne hennes man sig sin sitt sina detta denna dessa där här då när hur vad vilka vilken vilket så än eller också bara mycket
    mer mest många några något någon nån kan kunde kunna vill ville ska skulle få får fick blir blev hjälp hjälpa gärna bättre bra mellan inom genom
    under över efter vid sedan redan ofta alltid nu alla allt annat andra måste borde behöver behövs lite även hos mot tidig tidigt tidiga tidigare`,
  es: `el la los las un una unos unas de del al a en y o u e que por para con se su sus mi mis me te tu tus nos nuestro nuestra es son ser era fue soy está están
    estar estoy estaba he ha han hay había lo le les como más muy también este esta esto ese esa eso esos estas cuando donde dónde qué cómo quién cuál yo tú él
    ella nosotros ellos ellas si sobre entre hasta desde porque todo toda todos todas algo alguien quiero quisiera necesito gustaría ayuda mejor mucho mucha
    puedo poder tengo tener hacer hago cada otro otra siempre ya hacia durante solo sólo incluso`,
};
