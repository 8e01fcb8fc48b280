import { type KnownOrNot, type Source, sources } from '../../intake/registerInput.ts';
import { sourceWords } from '../../intake/sourceWords.ts';
import type { Language } from '../../ui/i18n.ts';

export const sourceOptions = (language: Language) =>
  sources.map((value): { value: Source; label: string } => ({ value, label: sourceWords[value][language] }));

export const sourceWord = (source: string, language: Language): string =>
  source in sourceWords ? sourceWords[source as KnownOrNot][language] : source;
