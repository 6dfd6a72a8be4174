// What a card may hold. Teams publishes little: most of these are ours, far below what it is known to take.

export const LIMITS = {
  /** Bytes of a card as JSON. Teams takes 100 kB in UTF-16 for all of a message, and was held to 28 kB before. */
  card: 20_000,
  /** The same where a form holds what was typed into it: that may not be lost for the sake of our own limit. */
  refilled: 40_000,
  /** What an introduction may take in any case. */
  intro: 2000,
  /** As many buttons as stand side by side in Teams; more hide behind three dots. */
  actions: 6,
  // Characters, as UTF-16 units.
  /** One run of text: what is longer goes on in the next, so that it can be cut in between. */
  run: 2000,
  button: 100,
  hint: 300,
  /** Of a picture, for those who listen. */
  alt: 2000,
  url: 3000,
  label: 500,
  option: 300,
  /** What fits on the title bar of a dialog. */
  windowTitle: 60,
  summary: 200,
  // What comes back.
  action: 100,
  token: 4000,
  line: 4000,
  kept: 40_000,
  /** Of a form once it is unpacked. */
  unpacked: 400_000,
} as const;
