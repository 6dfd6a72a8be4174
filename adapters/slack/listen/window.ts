// A modal that a person's act may open. Slack lets it open for three seconds only: where the answer takes long,
// a word to wait opens in its place, and the answer follows into it.

import type { ModalView } from '@slack/types';
import type { Language } from '../../../src/bot/texts/language.ts';
import { waitModal } from '../render/modal.ts';
import type { Visit } from './desk.ts';

/** How long people look at nothing before they are told to wait. */
const PATIENCE = 1200;

export class Window {
  private readonly visit: Visit;
  private readonly language: Language;
  private opening: Promise<string | null> | null = null;

  constructor(visit: Visit, language: Language) {
    this.visit = visit;
    this.language = language;
  }

  /** True once a word to wait stands before the person. */
  get waits(): boolean {
    return this.opening !== null;
  }

  /** `told` is called when the word to wait has been shown. */
  async whileWaiting<T>(work: Promise<T>, told: () => Promise<unknown>): Promise<T> {
    const timer = setTimeout(() => {
      this.opening = this.open(waitModal(this.language));
      void this.opening.then(told);
    }, PATIENCE);
    try {
      return await work;
    } finally {
      clearTimeout(timer);
    }
  }

  /** `false` where Slack did not let it open. */
  async show(view: ModalView): Promise<boolean> {
    const open = await this.opening;
    if (!open) return (await this.open(view)) !== null;
    const answer = await this.visit.slack.call('views.update', { view_id: open, view });
    return answer.ok;
  }

  private async open(view: ModalView): Promise<string | null> {
    if (!this.visit.triggerId) return null;
    const answer = await this.visit.slack.call('views.open', { trigger_id: this.visit.triggerId, view }, { timeoutMs: 2500 });
    if (!answer.ok) return null;
    const opened = answer.data['view'] as { readonly id?: unknown } | undefined;
    return typeof opened?.id === 'string' ? opened.id : null;
  }
}
