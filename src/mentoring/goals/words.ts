// The words that the coach listens for. The three languages are heard at once: people write goals in whichever they like.

/** Words that promise without saying what. */
export const VAGUE = wordsOf(`
  better best improve improving more less try trying good some something somehow things stuff develop growing grow maybe lot bit
  bättre bäst förbättra mer mera mindre försöka försöker bra lite något någonting saker grejer utvecklas utveckla växa kanske duktigare
  mejor mejorar mejore más mas menos intentar intento intentaré bien algo cosas desarrollar desarrollarme crecer quizá quizás poco mucho
`);

/** Numbers as words. Those that are also articles (one, en, un) say nothing. */
export const NUMBERS = wordsOf(`
  two three four five six seven eight nine ten twelve twenty hundred half once twice every each weekly monthly daily
  två tre fyra fem sex sju åtta nio tio tolv tjugo hundra hälften gång gånger varje varannan veckovis dagligen
  dos cuatro cinco seis siete ocho nueve diez doce veinte cien mitad vez veces cada semanal mensual diario
`);

/** Beginnings of words for what others can see: something is finished, handed over, said or held. */
export const SEEN = wordsOf(`
  finish complet submit sent deliver publish sign accept approv pass held gave given present certificat diploma exam grade feedback
  report list written attend invit answer offer hired
  klar färdig lämna skicka levere publicer underteckna skriv godkän håll höll presenter intyg betyg prov återkoppling rapport lista
  deltag bjud svar erbjud anställ
  termin complet entreg envi public firm acept aprob aprueb present certificad examen nota comentario informe lista escrit asist
  invit respuest respond oferta ofrec contrat
`);

/** Beginnings of words for a first step that somebody takes. */
export const STEPS = wordsOf(`
  first start begin ask call writ book meet read talk speak apply appli practi contact plan prepar find list learn send join sign
  först börja inled fråg ring skriv boka träff läs prata tala ansök sök öva övar kontakt planer förbered hitta lista lär skicka anmäl
  primer empez empiez comen comienz pregunt llam escrib reserv qued leer leo habl solicit practi contact planific prepar busc list
  aprend envi apunt
`);

/** Words that lead to a reason. */
export const REASONS = phrasesOf(`
  because | since | so that | so i | in order | matters | important | need | needs | want | would let | lets me | helps | otherwise | then i can | reason
  eftersom | för att | därför | så att | viktigt | viktig | behöver | vill | hjälper | annars | då kan jag | betyder | spelar roll | skäl
  porque | para | ya que | así | importa | importante | necesito | quiero | ayuda | ayudará | si no | pues | por eso | motivo | razón
`);

/** Words that join two goals into one. */
export const JOINING = wordsOf('and plus och samt y además');

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

function phrasesOf(text: string): readonly string[] {
  return text
    .trim()
    .split(/\s*[|\n]\s*/)
    .map((phrase) => ` ${phrase} `);
}
