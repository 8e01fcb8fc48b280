import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { makeCatalog } from '../../../ui/i18n.ts';
import { Failed, Refused } from '../../../ui/PageState.tsx';
import { ApiError } from '../api.ts';

const useWords = makeCatalog({
  zh: {
    noPage: '没有这个地址。可能是打错了，也可能是旧链接。',
    home: '回我的首页',
    broken: '这一页出错了，是系统的问题。别的页面还能用。',
    renewed: '工作台刚换了新版，这一页要重新打开。写好的草稿留着。',
  },
  en: {
    noPage: 'There is no such page. It may be mistyped, or an old link.',
    home: 'Back to my home page',
    broken: 'This page broke; it is our fault. Other pages still work.',
    renewed: 'The workbench has just been renewed: this page has to be opened again. Drafts are kept.',
  },
});

export function NotFound() {
  const t = useWords();
  return (
    <div className="page">
      <Refused sentence={t.noPage} actions={<Link to="/">{t.home}</Link>} />
    </div>
  );
}

/** A tab of yesterday asks for files that an update has replaced. */
const isRenewed = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|module script/i.test(error.message);

/** A page that threw, or could not be fetched: the shell around it stays. */
export function PageBroken({ error, reset }: ErrorComponentProps) {
  const t = useWords();
  const renewed = isRenewed(error);
  const failure = error instanceof ApiError ? error : { kind: 'bug', message: renewed ? t.renewed : t.broken };
  return (
    <div className="page">
      <Failed failure={failure} onRetry={renewed ? () => window.location.reload() : reset} />
    </div>
  );
}
