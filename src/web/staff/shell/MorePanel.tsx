import { CloseOutlined, FileTextOutlined } from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import { Drawer, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { PostView } from '../../../people/me.ts';
import { FocusOnOpen } from '../../../ui/FocusOnOpen.tsx';
import { makeCatalog, useLanguage } from '../../../ui/i18n.ts';
import { type Job, moreJobsOf } from './jobs.ts';
import { moreGroups, pageNameOf, pageOf } from './moreGroups.ts';
import { icons } from './moreIcons.ts';
import { recentOf, recentPagesOf } from './recent.ts';

const useWords = makeCatalog({
  zh: {
    title: '更多',
    close: '收起',
    filter: '找一页：输名称或拼音首字母',
    nothing: (typed: string) => `没有叫「${typed}」的页。`,
    recentPages: '刚看过的页',
    recentMatters: '刚看过的事',
    matters: '办事',
    hall: '大厅',
    watching: '督办和统计',
    colleagues: '人和班',
    house: '规则和资料',
  },
  en: {
    title: 'More',
    close: 'Close',
    filter: 'Find a page by its name',
    nothing: (typed: string) => `No page is called “${typed}”.`,
    recentPages: 'Pages open lately',
    recentMatters: 'Matters open lately',
    matters: 'Matters',
    hall: 'Hall',
    watching: 'Supervision and figures',
    colleagues: 'People and shifts',
    house: 'Rules and records',
  },
});

function PageLink({ page, onGo }: { page: Job; onGo: () => void }) {
  const language = useLanguage();
  const Icon = icons[pageNameOf(page.to) ?? 'work'];
  return (
    <Link to={page.to} className="more-link" onClick={onGo}>
      <span aria-hidden="true">
        <Icon />
      </span>
      {page[language]}
    </Link>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={`more-${id}`} className="more-part">
      <h3 id={`more-${id}`}>{title}</h3>
      <div className="more-links">{children}</div>
    </section>
  );
}

function Lately({ post, onGo }: { post: PostView; onGo: () => void }) {
  const t = useWords();
  const pages = recentPagesOf(post.id).flatMap((to) => pageOf(to) ?? []);
  const matters = recentOf(post.id);
  return (
    <>
      {pages.length > 0 && (
        <Part id="recent-pages" title={t.recentPages}>
          {pages.map((page) => (
            <PageLink key={page.to} page={page} onGo={onGo} />
          ))}
        </Part>
      )}
      {matters.length > 0 && (
        <Part id="recent-matters" title={t.recentMatters}>
          {matters.map(({ code, codeShort, title, partiesLine }) => (
            <Link key={code} to="/disputes/$code" params={{ code }} search={{}} className="more-link" onClick={onGo}>
              <FileTextOutlined aria-hidden="true" />
              <span>
                {title} <span className="second">{`${partiesLine} ${codeShort}`}</span>
              </span>
            </Link>
          ))}
        </Part>
      )}
    </>
  );
}

// Its own name would be read out in English.
const closeIcon = (
  <span aria-hidden="true">
    <CloseOutlined />
  </span>
);

/** 更多: what one does not do each day, by what one comes for; what was open last stands above it. */
export function MorePanel({ post, onClose }: { post: PostView; onClose: () => void }) {
  const t = useWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const groups = moreGroups(moreJobsOf(post.role), typed, language);
  const first = groups[0]?.pages[0];
  const enter = () => {
    if (typed.trim() === '' || !first) return;
    onClose();
    void navigate({ to: first.to });
  };
  return (
    <Drawer open title={t.title} onClose={onClose} size={420} closable={{ 'aria-label': t.close, closeIcon }}>
      <Input
        id="more-filter"
        aria-label={t.filter}
        placeholder={t.filter}
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={enter}
      />
      <FocusOnOpen id="more-filter" />
      {typed.trim() === '' && <Lately post={post} onGo={onClose} />}
      {groups.map(({ name, pages }) => (
        <Part key={name} id={name} title={t[name]}>
          {pages.map((page) => (
            <PageLink key={page.to} page={page} onGo={onClose} />
          ))}
        </Part>
      ))}
      {groups.length === 0 && <p role="status">{t.nothing(typed.trim())}</p>}
    </Drawer>
  );
}
