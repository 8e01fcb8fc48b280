import type { KeyboardEvent } from 'react';

const stops =
  'input:not([type=hidden]):not([type=file]):not(:disabled):not([tabindex="-1"]), textarea:not(:disabled), [role=radio][tabindex="0"], [role=checkbox][tabindex="0"], [data-walk="end"]';

/** Moves to the next (1) or previous (-1) field of the form around the element; false at either end. */
export function walkFrom(element: Element, step: 1 | -1): boolean {
  const form = element.closest('[data-walk="form"]');
  if (!form) return false;
  const fields = [...form.querySelectorAll<HTMLElement>(stops)].filter(
    (field) => field.closest('[data-walk="skip"]') === null && field.offsetParent !== null,
  );
  const at = fields.indexOf(element as HTMLElement);
  // From a field that the walk passes over, the next one in the order of the page.
  const next =
    at >= 0
      ? fields[at + step]
      : step > 0
        ? fields.find((field) => element.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING)
        : fields.findLast((field) => element.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_PRECEDING);
  if (!next) return false;
  next.focus();
  if (next instanceof HTMLInputElement && next.type === 'text' && next.value !== '') next.select();
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

const composing = (event: KeyboardEvent): boolean => event.nativeEvent.isComposing || event.keyCode === 229;

/**
 * Enter goes to the next field, Shift+Enter back; Alt+Enter breaks a line. Use as onKeyDownCapture on an element with
 * data-walk="form". Never acts while an input method composes: there Enter takes the word.
 */
export function walkFields(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || composing(event)) return;
  const target = event.target as HTMLElement;
  if (target.tagName === 'BUTTON' && !['radio', 'checkbox'].includes(target.getAttribute('role') ?? '')) return;
  if (target.tagName === 'A' || target.tagName === 'SUMMARY') return;
  // Where people write paragraphs, Enter is theirs.
  if (target.tagName === 'TEXTAREA' && !event.shiftKey && target.closest('[data-enter="newline"]')) return;
  if (event.altKey) {
    if (target instanceof HTMLTextAreaElement) {
      event.preventDefault();
      document.execCommand('insertText', false, '\n');
    }
    return;
  }
  // An open list takes Enter for the choice; its onSelect walks on.
  if (target.getAttribute('aria-expanded') === 'true' && !event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  walkFrom(target, event.shiftKey ? -1 : 1);
}

/** Puts the cursor on the first field of a part of the page. */
export function focusFirstField(part: Element | null): void {
  const field = [...(part?.querySelectorAll<HTMLElement>(stops) ?? [])].find((each) => each.offsetParent !== null);
  field?.focus({ preventScroll: part?.closest('[role=dialog]') !== null });
  if (!part?.closest('[role=dialog]')) part?.scrollIntoView({ block: 'nearest' });
}
