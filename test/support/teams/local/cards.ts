// The cards of messages as they stand before one person: touched, unfolded, or replaced for them alone.

import type { Json } from '../../slack/local/json.ts';
import type { Posted } from '../local-teams.ts';
import { OpenCard } from './open-card.ts';
import type { People } from './people.ts';

interface Before {
  readonly from: Json;
  readonly open: OpenCard;
  readonly since: number;
  /** It took the place of a pressed one, for whoever pressed it. */
  readonly own: boolean;
}

export class Cards {
  private readonly people: People;
  private readonly all = new Map<string, Before>();

  constructor(people: People) {
    this.people = people;
  }

  /** What the bot last wrote, unless it was replaced for this person since; `null` where there is no card. */
  open({ id, card, changed }: Posted): OpenCard | null {
    const now = this.all.get(id);
    if (now?.own && now.since > changed) return now.open;
    if (!card) return null;
    if (now?.from === card) return now.open;
    const open = new OpenCard(card, this.people);
    this.all.set(id, { from: card, open, since: changed, own: false });
    return open;
  }

  replace(id: string, card: Json, since: number): void {
    this.all.set(id, { from: card, open: new OpenCard(card, this.people), since, own: true });
  }

  /** When it last changed before this person. */
  since({ id, changed }: Posted): number {
    return Math.max(changed, this.all.get(id)?.since ?? 0);
  }
}
