// Strings that have broken bots: each is tried on every field.

/** In kinds: what a field does with one of a kind, it does with the others. */
export const KINDS: readonly (readonly [string, ...string[]])[] = [
  // Nothing at all.
  [''],
  // Nothing to be seen.
  [' ', '\n\n'],
  // Too much.
  ['x'.repeat(10_000), '👩‍👩‍👧‍👦'.repeat(400)],
  // Characters of more than one unit, and letters of other ways of writing.
  ['🏳️‍🌈', 'שלום עולם', 'Z̸̡̛͉̦̈́̒a̷l̴g̶o̵'],
  // What turns the writing around.
  ['\u202Eevil\u202C'],
  // Calls to people and channels.
  ['<!channel>', '<!here|here>', '<@U123456>', '<#C123456|general>', '@everyone'],
  // Links.
  ['[x](http://evil.example)', '<http://evil.example|click>', 'https://evil.example/?a=b&c=d'],
  // Markup.
  ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '*bold* _it_ ~no~ `code`', '&lt;b&gt;'],
  // What other programs would run.
  ['\'; DROP TABLE "Person"; --', '=HYPERLINK("http://evil.example")', '../../etc/passwd'],
  // Controls.
  ['\0', 'a\0b', '\u0000\u0007\u001b[31m'],
  // Halves of characters.
  ['\ud800', 'lone \udfff tail'],
  // Places to be filled in.
  ['{menteeOne} {n, plural, one {#} other {#}}', '${process.env.SECRET_KEY}'],
  // Names that every object has.
  ['__proto__', 'constructor'],
];

export const HOSTILE: readonly string[] = KINDS.flat();
