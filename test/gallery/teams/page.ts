// A page of cards in Teams, whole in itself: the library that draws them is in it, and reads no Markdown.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { letters } from '../paint/page.ts';
import { HOST } from './host.ts';

const DRAW = `
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => { result.didProcess = false; };
for (const place of document.querySelectorAll('[data-card]')) {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(${JSON.stringify(HOST)});
  card.parse(JSON.parse(place.dataset.card));
  const form = document.createElement('form');
  form.append(card.render());
  place.append(form);
}`;

export async function teamsPage(title: string, body: string, className: 'sheet' | 'alone'): Promise<string> {
  const styles = [await packed('adaptivecards/dist/adaptivecards.css'), await letters(), await readFile(new URL('teams.css', import.meta.url), 'utf8')];
  const library = (await packed('adaptivecards/dist/adaptivecards.min.js')).replaceAll('</script', '<\\/script');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${styles.join('\n')}</style></head><body class="${className}">${body}<script>${library}</script><script>${DRAW}</script></body></html>`;
}

async function packed(file: string): Promise<string> {
  return readFile(fileURLToPath(import.meta.resolve(file)), 'utf8');
}
