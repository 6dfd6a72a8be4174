// What the page does beyond plain forms: each press gets its name, nothing is lost, and the focus stays where the eye is.

import { installComposers } from './composer.js';
import { confirmPress, installDialogs, settleDialogs } from './dialogs.js';

// A press that is sent twice is one event: the name is made when it is pressed.
document.addEventListener('htmx:configRequest', (event) => {
  if (event.detail.verb === 'post') event.detail.parameters.event = crypto.randomUUID();
});

document.addEventListener(
  'click',
  (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const asking = target?.closest('button[data-confirm]');
    if (asking && !confirmPress(asking)) return stop(event);
    const dismissing = target?.closest('[data-dismiss]');
    if (dismissing && plainClick(event)) {
      stop(event);
      const pane = dismissing.closest('.pane');
      dismissing.closest('.reply').remove();
      pane.querySelector('.composer input[name="line"]').focus();
    }
  },
  true,
);

function plainClick(event) {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
}

function stop(event) {
  event.preventDefault();
  event.stopPropagation();
}

// Where a conversation's end is in sight, it stays in sight.
const atEnd = new WeakSet();

function scrolled(view) {
  if (view.scrollHeight - view.scrollTop - view.clientHeight < 48) atEnd.add(view);
  else atEnd.delete(view);
}

function toEnd(view) {
  if (view.dataset.view !== 'home') view.scrollTop = view.scrollHeight;
  scrolled(view);
}

document.addEventListener('scroll', (event) => event.target instanceof Element && event.target.matches('.conversation') && scrolled(event.target), true);

let lastFocus = null;

document.addEventListener('htmx:beforeRequest', (event) => {
  // A pane that a narrow screen hides does not look, so its messages stay news.
  const pane = event.detail.elt.closest('.pane');
  if (pane && getComputedStyle(pane).display === 'none') return event.preventDefault();
  lastFocus = placeOf(document.activeElement);
});

/** Remembers where the focus is by what stays when the button under it goes. */
function placeOf(element) {
  const pane = element?.closest('.pane');
  if (!pane) return null;
  return { pane: pane.id, post: element.closest('.post')?.id ?? null, inside: element.closest('.sheet, .reply') !== null };
}

document.addEventListener('htmx:afterRequest', (event) => {
  const { xhr, elt, successful, requestConfig } = event.detail;
  document.querySelector('#lost').hidden = true;
  if (!successful) return lost();
  if (requestConfig.verb !== 'post') return;
  if (elt.matches('.composer') && xhr.getResponseHeader('X-Outcome') === 'done') elt.querySelector('[name="line"]').value = '';
});

document.addEventListener('htmx:sendError', lost);

function lost() {
  const note = document.querySelector('#lost');
  note.textContent = note.dataset.text;
  note.hidden = false;
}

// After every answer: dialogs, then the end of the conversation, then the focus.
document.addEventListener('htmx:afterOnLoad', (event) => {
  const { elt, requestConfig } = event.detail;
  const acted = requestConfig.verb === 'post' ? (elt.closest('.pane') ?? document.getElementById(lastFocus?.pane)) : null;
  settleDialogs();
  for (const view of document.querySelectorAll('.conversation')) {
    if (acted?.contains(view)) showAnswer(view);
    else if (atEnd.has(view) || view.dataset.settled === undefined) toEnd(view);
    view.dataset.settled = '';
  }
  if (document.activeElement === document.body) refocus();
});

/** An answer may be longer than the pane: then it is read from its beginning. */
function showAnswer(view) {
  const reply = view.querySelector('.reply');
  if (!reply) return;
  view.scrollTop += reply.getBoundingClientRect().top - view.getBoundingClientRect().top - 16;
  scrolled(view);
}

function refocus() {
  if (!lastFocus) return;
  const pane = document.getElementById(lastFocus.pane);
  const post = lastFocus.post && document.getElementById(lastFocus.post);
  const next = pane?.querySelector('dialog[open] h2') ?? pane?.querySelector('.reply') ?? post ?? pane?.querySelector('.composer [name="line"]');
  next?.focus({ preventScroll: true });
}

// On a narrow screen the conversation should be in sight; whoever opens the steps keeps them open.
const steps = document.querySelector('#steps');
if (steps && !document.cookie.includes('steps=') && window.matchMedia('(max-width: 639px)').matches) steps.open = false;
steps?.addEventListener('toggle', () => {
  document.cookie = `steps=${steps.open ? 'open' : 'folded'}; path=/; max-age=31536000; samesite=strict`;
});

window.matchMedia('(min-width: 1000px)').addEventListener('change', () => {
  for (const spot of document.querySelectorAll('[id$="-live"]')) window.htmx.trigger(spot, 'sse:hello');
});

installDialogs();
installComposers();
settleDialogs();
for (const view of document.querySelectorAll('.conversation')) {
  toEnd(view);
  view.dataset.settled = '';
}
