// How the words for topics are written down.

import type { Topic } from '../tree.ts';

/**
 * Phrases that speak of each topic, beside its name, separated by commas. Their words may be inflected and stand a little apart,
 * two of them also in the other order. A question mark: said alone it is no more than a hint.
 */
export type Phrases = Readonly<Record<Topic, string>>;
