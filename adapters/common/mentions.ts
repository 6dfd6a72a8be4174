// The people whom a view names or lets choose, so that a platform can be told who they are.

import { peopleIn } from '../../src/bot/views/present.ts';
import type { ShownView } from '../../src/bot/views/shown.ts';

export function peopleOf(view: ShownView): readonly string[] {
  const chosen = view.type === 'form' ? view.inputs.flatMap((input) => (input.input === 'person' && input.value ? [input.value] : [])) : [];
  return [...peopleIn(view), ...chosen];
}
