import { useEffect } from 'react';
import { useLanguage } from './i18n.ts';

/** Screen readers take the voice of the language that the page says it is in. */
export function useDocumentLanguage(): void {
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
}
