// Slack's limits in numbers, in the units that Slack counts: characters are UTF-16 units.
// Compared once with the reference pages, the notes in @slack/types 3.2.0 and slackblocks' spec/limits.json: they agree.

export const LIMITS = {
  // What holds the blocks.
  messageBlocks: 50,
  viewBlocks: 100,
  /** Ours: Slack refuses a message somewhere above 11,000 characters, and publishes no number. */
  messageSize: 10_000,
  /** Of the line beside a message's blocks, for notifications: 40,000 are taken, 4,000 advised. */
  messageText: 3000,
  /** Bytes of a view as JSON. */
  viewBytes: 250_000,
  /** A window's title and its two buttons. */
  windowWord: 24,
  metadata: 3000,
  callbackId: 255,
  blockId: 255,
  actionId: 255,
  // Blocks and their texts.
  text: 3000,
  header: 150,
  contextElements: 10,
  /** Ours: what is taken for a section's field. */
  contextText: 2000,
  actionElements: 25,
  label: 2000,
  hint: 2000,
  /** Ours, for one block and one run of rich text: Slack names no limit. */
  richText: 3000,
  imageUrl: 3000,
  imageAlt: 2000,
  /** Ours: Slack names no limit for links in rich text. */
  linkUrl: 3000,
  linkText: 150,
  // Elements.
  buttonText: 75,
  buttonValue: 2000,
  accessibilityLabel: 75,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  placeholder: 150,
  optionText: 75,
  optionValue: 150,
  optionDescription: 75,
  options: 100,
  optionGroups: 100,
  groupLabel: 75,
  /** Of radio buttons and of checkboxes. */
  boxes: 10,
  inputText: 3000,
} as const;
