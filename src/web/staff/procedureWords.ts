import { type Status, statusLabels } from '../../disputes/procedure.ts';
import type { Language } from '../../ui/i18n.ts';

/** The word of a dispute's status in the reader's language; what is no status keeps the server's word. */
export function statusWord(status: string, word: string, language: Language): string {
  return language === 'en' ? (statusLabels[status as Status]?.en ?? word) : word;
}
