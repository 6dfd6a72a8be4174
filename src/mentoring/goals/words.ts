// The words that the coach listens for. The three languages are heard at once: people write goals in whichever they like.
// Where a list is in doubt it is generous: a question too few is kinder than one too many.

/** Whole words, and beginnings of words (written with a hyphen at the end). */
export interface Words {
  readonly whole: ReadonlySet<string>;
  readonly beginnings: readonly string[];
}

/** Words that promise without saying what. */
export const VAGUE = wordsOf(`
  better best improve improving more less try trying good some something somehow things stuff develop growing grow maybe lot bit
  bättre bäst förbättra mer mera mindre försöka försöker bra lite något någonting saker grejer utvecklas utveckla växa kanske duktigare
  mejor mejores mejorar más mas menos intentar intento intentaré bien algo cosas desarrollar desarrollarme crecer quizá quizás poco mucho
`);

/** Numbers as words (not those that are articles too), and what others can see: finished, handed over, said or held. */
export const SEEN = wordsOf(`
  two three four five six seven eight nine ten twelve twenty hundred half once twice every each weekly monthly daily
  finish- complet- submit- sent delivered publish- signed accept- approv- passed held gave given present- certificat- diploma exam exams
  grade grades feedback report- written attend- invit- answer- offer- hired

  två tre fyra fem sex sju åtta nio tio tolv tjugo hundra hälften gång gånger varje varannan veckovis dagligen
  klar klart klara färdig färdigt färdiga lämna- skickat leverera- publicera- underteckna- skriv- godkän- håller hållit hållet höll
  intyg- betyg- prov provet återkoppling- rapport- deltag- bjud- svar- erbjud- anställ-

  dos tres cuatro cinco seis siete ocho nueve diez doce veinte cien mitad vez veces cada semanal mensual diario
  terminad- entreg- enviad- enviar envié publicad- publicar firmad- firmar acept- aprob- aprueb- examen exámenes nota notas
  comentarios informe- escrit- asist- respuesta- respond- oferta- ofrec- contrat-
`);

/** A first step that somebody takes. */
export const STEPS = wordsOf(`
  first start- begin- ask asks asking call- write writing book- meet- read reading talk- speak- appl- practi- contact- plan plans planning
  prepar- find list learn- send sending join- sign

  först första börja- inled- fråg- ring- skriv- boka- träff- läs- prata- tala talar ansök- sök- öva övar kontakta- planer- förbered- hitta-
  lista lära skicka- anmäl-

  primer- empez- empiez- comen- comienz- pregunt- llam- escrib- reserv- qued- leer leo habl- solicit- planific- busc- aprend- enviar envío
  apunt-
`);

/** Words that join two goals into one. */
export const JOINING = wordsOf('and plus och samt y además');

/** Words that lead to a reason, some of several words. */
export const REASONS = phrasesOf(`
  because | since | so that | so i | in order | matters | important | need | needs | want | would let | lets me | helps | otherwise | then i can | reason
  eftersom | för att | därför | så att | viktigt | viktig | behöver | vill | hjälper | annars | då kan jag | betyder | spelar roll | skäl
  porque | para | ya que | así | importa | importante | necesito | quiero | ayuda | ayudará | si no | pues | por eso | motivo | razón
`);

function wordsOf(text: string): Words {
  const all = text.trim().split(/\s+/);
  const beginnings = all.filter((word) => word.endsWith('-')).map((word) => word.slice(0, -1));
  return { whole: new Set(all.filter((word) => !word.endsWith('-'))), beginnings };
}

function phrasesOf(text: string): readonly string[] {
  return text.trim().split(/\s*[|\n]\s*/);
}

/** The words of a text, in small letters. Emoji and marks are no words. */
export function heard(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}

export function isOneOf(word: string, words: Words): boolean {
  return words.whole.has(word) || words.beginnings.some((beginning) => word.startsWith(beginning));
}

export function holdsPhrase(said: readonly string[], phrases: readonly string[]): boolean {
  const whole = ` ${said.join(' ')} `;
  return phrases.some((phrase) => whole.includes(` ${phrase} `));
}
