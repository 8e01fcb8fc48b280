import type { Source } from '../../intake/register.ts';
import { sourceWords } from '../../intake/sourceWords.ts';
import type { Language } from '../../ui/i18n.ts';

export const sourceOptions = (language: Language) =>
  Object.entries(sourceWords).map(([value, label]) => ({ value: value as Source, label: label[language] }));

export const sourceWord = (source: string, language: Language): string =>
  source in sourceWords ? sourceWords[source as Source][language] : source;
