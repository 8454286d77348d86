/** Moving through a form by keyboard: Enter to the next field, F8 to the next problem. */

import { isComposing } from '../shortcuts.ts';

const CONTROLS = 'input:not(:disabled):not([tabindex="-1"]), textarea:not(:disabled)';

/** One radio of a group stands for the group. */
function fieldsOf(form: HTMLElement): readonly HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>(CONTROLS)].filter((field) => {
    if (field.type !== 'radio') return true;
    const group = [...form.querySelectorAll<HTMLInputElement>(`input[name="${field.name}"]`)];
    return field === (group.find(({ checked }) => checked) ?? group[0]);
  });
}

/** One line of text, in whichever element it stands. */
function isLine(field: EventTarget): boolean {
  if (field instanceof HTMLTextAreaElement) return field.rows === 1;
  return field instanceof HTMLInputElement;
}

function go(field: HTMLInputElement | undefined): void {
  if (field === undefined) return;
  field.focus();
  if (field.type === 'text' || field.type === 'textarea') field.select();
  field.scrollIntoView({ block: 'nearest' });
}

/** Enter in a field goes on; on a button it presses, and while an input method composes it means a sign. */
export function onEnterGoOn(event: React.KeyboardEvent<HTMLElement>, onLast: () => void): void {
  const isPlain = event.key === 'Enter' && !event.ctrlKey && !event.altKey && !event.shiftKey && !event.metaKey;
  if (!isPlain || !isLine(event.target)) return;
  // Also while composing: there Enter chooses a sign, and no line break has a place in a line.
  event.preventDefault();
  if (isComposing(event.nativeEvent)) return;
  const fields = fieldsOf(event.currentTarget);
  const at = fields.indexOf(event.target as HTMLInputElement);
  const next = fields[at + 1];
  if (next === undefined) onLast();
  else go(next);
}

export function goToFirstField(form: HTMLElement | null): void {
  if (form !== null) go(fieldsOf(form)[0]);
}

function brokenFields(form: HTMLElement): readonly HTMLInputElement[] {
  return fieldsOf(form).filter((field) => field.getAttribute('aria-invalid') === 'true');
}

export function goToFirstProblem(form: HTMLElement | null): void {
  if (form !== null) go(brokenFields(form)[0]);
}

/** The next field after the present one that is broken, from the top again behind the last. */
export function goToNextProblem(form: HTMLElement | null): void {
  if (form === null) return;
  const broken = brokenFields(form);
  const here = document.activeElement;
  const isBehind = (field: HTMLElement) =>
    here === null || (here.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  go(broken.find(isBehind) ?? broken[0]);
}
