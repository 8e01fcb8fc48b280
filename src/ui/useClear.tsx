import { CloseCircleFilled } from '@ant-design/icons';
import { makeCatalog } from './i18n.ts';

const useWords = makeCatalog({ zh: { clear: '清空' }, en: { clear: 'Clear' } });

/** For `allowClear` of a Select: left alone, its button is read out in English whatever the page speaks. */
export function useClear() {
  const t = useWords();
  return { label: t.clear, clearIcon: <CloseCircleFilled aria-hidden="true" /> };
}
