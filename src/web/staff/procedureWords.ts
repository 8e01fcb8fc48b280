import { type Status, statusLabels, stepNames, stepOf } from '../../disputes/procedure.ts';
import type { Language } from '../../ui/i18n.ts';

/** The words of the procedure's own table in the reader's language; what is no step or status keeps the server's word. */
export function actWord(act: string, word: string, language: Language): string {
  const name = stepNames.find((step) => step === act);
  return language === 'en' && name ? stepOf(name).labelEn : word;
}

export function statusWord(status: string, word: string, language: Language): string {
  return language === 'en' ? (statusLabels[status as Status]?.en ?? word) : word;
}
