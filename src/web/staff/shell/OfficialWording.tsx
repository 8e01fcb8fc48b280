import { useRouterState } from '@tanstack/react-router';
import { useLanguage } from '../../../ui/i18n.ts';
import { Strip } from '../../../ui/Strip.tsx';

/** What a county decided, what the law says and what superiors count has official words: a twin of ours would be another rule. */
const official = /^\/(settings|law|reports|network|calendar|ledger\/dimensions)(\/|$)/;

/** Only for those who read English: why this page does not. */
export function OfficialWording() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const language = useLanguage();
  if (language === 'zh' || !official.test(path)) return null;
  return (
    <div className="page-note">
      <Strip tone="info">The wording on this page is official and stays in Chinese.</Strip>
    </div>
  );
}
