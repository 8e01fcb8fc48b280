import { useSyncExternalStore } from 'react';
import { remembered } from './remembered.ts';

export type Language = 'zh' | 'en';

type Phrase = string | ((...values: never[]) => string);
type Catalog = { readonly [key: string]: Phrase };
/** The twin has the same keys, and the same values to fill in. */
type Twin<C extends Catalog> = {
  readonly [K in keyof C]: C[K] extends (...values: infer V) => string ? (...values: V) => string : string;
};

const chosen = remembered<Language>('language', 'zh');

export const getLanguage = chosen.get;
export const setLanguage = chosen.set;

export function useLanguage(): Language {
  return useSyncExternalStore(chosen.subscribe, chosen.get);
}

/** The texts of one page in both languages, as a hook: `const useWords = makeCatalog({ zh: {…}, en: {…} })`. */
export function makeCatalog<const C extends Catalog>(texts: { zh: C; en: Twin<C> }): () => Twin<C> {
  return () => (useLanguage() === 'zh' ? (texts.zh as unknown as Twin<C>) : texts.en);
}
