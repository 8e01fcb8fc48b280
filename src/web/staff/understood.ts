import { getLanguage } from '../../ui/i18n.ts';

type Reader = typeof import('./english/read.ts');
let reader: Reader | undefined;

/** The server speaks Chinese; its English twin is fetched only where English is read. */
export async function understood<T>(path: string, answer: T): Promise<T> {
  if (getLanguage() === 'zh') return answer;
  reader ??= await import('./english/read.ts');
  return reader.readInEnglish(path, answer);
}

/** What a form found by the server's own rules. Whoever reads English has had answers of the server before. */
export const understoodFields = (fields: Record<string, string>): Record<string, string> => {
  const { english } = reader ?? {};
  if (getLanguage() === 'zh' || !english) return fields;
  return Object.fromEntries(Object.entries(fields).map(([field, sentence]) => [field, english(sentence)]));
};
