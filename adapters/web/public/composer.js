// The line where commands are typed: a combobox whose list comes from the server with each letter.

export function installComposers() {
  document.addEventListener(
    'keydown',
    (event) => {
      if (isLine(event.target)) onKey(event, event.target);
    },
    true,
  );
  document.addEventListener('mousedown', (event) => {
    const option = event.target instanceof Element && event.target.closest('.suggestions [role="option"]');
    if (!option) return;
    // The focus stays in the line.
    event.preventDefault();
    take(lineOf(option.parentElement), option);
  });
  document.addEventListener('focusout', (event) => isLine(event.target) && close(event.target));
  document.addEventListener('submit', (event) => event.target.matches('.composer') && close(event.target.querySelector('[name="line"]')), true);
  document.addEventListener('htmx:afterOnLoad', (event) => {
    const line = event.detail.elt;
    if (isLine(line)) offer(line);
  });
}

function isLine(element) {
  return element instanceof Element && element.matches('.composer [role="combobox"]');
}

function listOf(line) {
  return document.getElementById(line.getAttribute('aria-controls'));
}

function lineOf(list) {
  return document.querySelector(`[aria-controls="${list.id}"]`);
}

function offer(line) {
  const list = listOf(line);
  const open = document.activeElement === line && list.children.length > 0 && !isWhole(line, list);
  list.hidden = !open;
  line.setAttribute('aria-expanded', String(open));
  choose(line, null);
}

/** Nothing is left to complete. */
function isWhole(line, list) {
  return list.children.length === 1 && list.firstElementChild.dataset.line === line.value;
}

function close(line) {
  listOf(line).hidden = true;
  line.setAttribute('aria-expanded', 'false');
  choose(line, null);
}

function choose(line, option) {
  for (const other of listOf(line).children) other.setAttribute('aria-selected', String(other === option));
  if (!option) return line.removeAttribute('aria-activedescendant');
  line.setAttribute('aria-activedescendant', option.id);
  option.scrollIntoView({ block: 'nearest' });
}

function take(line, option) {
  line.value = option.dataset.line;
  line.focus();
  close(line);
}

function onKey(event, line) {
  const list = listOf(line);
  if (list.hidden) return;
  const options = [...list.children];
  const now = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  if (event.key === 'ArrowDown') choose(line, options[(now + 1) % options.length]);
  else if (event.key === 'ArrowUp') choose(line, options.at(now <= 0 ? -1 : now - 1));
  else if (event.key === 'Escape') close(line);
  else if (event.key === 'Tab' && !event.shiftKey && options[now === -1 ? 0 : now].dataset.line.trim() !== line.value.trim())
    take(line, options[now === -1 ? 0 : now]);
  else if (event.key === 'Enter' && now !== -1) take(line, options[now]);
  else return;
  event.preventDefault();
}
