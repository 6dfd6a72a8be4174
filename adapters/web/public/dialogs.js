// Forms and questions. A form covers its own pane only, so that both ends of a pair can be at work; on a narrow screen it is modal.

const wide = window.matchMedia('(min-width: 1000px)');
const asked = new WeakSet();

export function installDialogs() {
  wide.addEventListener('change', settleDialogs);
  document.addEventListener('click', (event) => {
    const closing = event.target instanceof Element && event.target.closest('[data-close]');
    if (!closing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    void leave(closing.closest('dialog'));
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    const sheet = event.target instanceof Element && event.target.closest('dialog.sheet');
    if (!sheet) return;
    event.preventDefault();
    void leave(sheet);
  });
  // The browser's own way of closing a modal dialog, such as a back gesture.
  document.addEventListener(
    'cancel',
    (event) => {
      if (!event.target.matches('dialog.sheet')) return;
      event.preventDefault();
      void leave(event.target);
    },
    true,
  );
}

/** Brings every form that came or went into order: modal or not, what lies under it at rest, and the focus. */
export function settleDialogs() {
  for (const pane of document.querySelectorAll('.pane')) {
    const sheet = pane.querySelector('dialog.sheet');
    const open = sheet?.open ?? false;
    if (open && wide.matches === sheet.matches(':modal') && pane.offsetParent !== null) {
      sheet.close();
      if (wide.matches) sheet.show();
      else sheet.showModal();
    }
    for (const part of pane.children) if (!part.matches('.sheet-place')) part.inert = open && wide.matches;
    if (open) enter(sheet);
  }
}

/** A form that is new is entered at its title; one that came back, at the first thing to mend. */
function enter(sheet) {
  const fault = sheet.querySelector('[aria-invalid="true"]');
  const token = sheet.querySelector('[name="press"]').value;
  const mending = fault && sheet.dataset.faults !== faultsOf(sheet);
  if (mending) {
    sheet.dataset.faults = faultsOf(sheet);
    (fault.matches('fieldset') ? fault.querySelector('input') : fault).focus();
  } else if (sheet.dataset.entered !== token) {
    sheet.querySelector('h2').focus();
    sheet.scrollTop = 0;
  }
  sheet.dataset.entered = token;
}

function faultsOf(sheet) {
  return sheet.querySelector('[name="event"]').value;
}

async function leave(sheet) {
  if (changed(sheet)) {
    const dialog = document.querySelector('#confirm');
    if (!(await ask(dialog.dataset.leave, dialog.dataset.leaveYes, document.documentElement.lang))) return;
  }
  const pane = sheet.closest('.pane');
  sheet.close();
  sheet.remove();
  settleDialogs();
  pane.querySelector('.composer [name="line"]').focus();
}

/** A form that came back holds what was typed as if it had been there from the start. */
function changed(sheet) {
  if ('typed' in sheet.dataset) return true;
  return [...sheet.querySelectorAll('input, textarea, select')].some((field) => {
    if (field.type === 'hidden') return false;
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
    if (field.tagName === 'SELECT')
      return [...field.options].some((option) => option.selected !== option.defaultSelected && (option.value !== '' || option.defaultSelected));
    return field.value !== field.defaultValue;
  });
}

/** True where the press may go on; otherwise asks, and presses again after a yes. */
export function confirmPress(button) {
  if (asked.delete(button)) return true;
  const language = button.closest('[lang]').lang;
  void pressAfterYes(button, language);
  return false;
}

async function pressAfterYes(button, language) {
  const yes = await ask(button.dataset.confirm, button.firstChild.textContent, language);
  if (!yes || !button.isConnected) return;
  asked.add(button);
  button.click();
}

function ask(question, yes, language) {
  const dialog = document.querySelector('#confirm');
  const back = document.activeElement;
  dialog.lang = language;
  dialog.querySelector('p').textContent = question;
  dialog.querySelector('[value="yes"]').textContent = yes;
  dialog.querySelector('[value="no"]').textContent = JSON.parse(dialog.dataset.cancel)[language];
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener(
      'close',
      () => {
        back?.focus();
        resolve(dialog.returnValue === 'yes');
      },
      { once: true },
    );
  });
}
