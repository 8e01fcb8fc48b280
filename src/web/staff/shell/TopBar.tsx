import { AppstoreOutlined, QuestionCircleOutlined, SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Me, PostView } from '../../../people/me.ts';
import { BrandMark } from '../../../ui/BrandMark.tsx';
import { makeCatalog, useLanguage } from '../../../ui/i18n.ts';
import { noticesQuery } from '../queries.ts';
import { jobs, jobsOf, moreJobsOf } from './jobs.ts';
import { PostMenu } from './PostMenu.tsx';

const useWords = makeCatalog({
  zh: {
    product: '枫桥台',
    home: '枫桥台，回首页',
    jobs: '工作',
    search: '编号 姓名 电话 地址，或要办的事',
    help: '按键',
    more: '更多',
    unread: (count: number) => `${count} 条没看`,
  },
  en: {
    product: 'Fengqiao',
    home: 'Fengqiao, home',
    jobs: 'Jobs',
    search: 'Code, name, phone, address, or an act',
    help: 'Keys',
    more: 'More',
    unread: (count: number) => `${count} unread`,
  },
});

function Unread() {
  const t = useWords();
  const { data } = useQuery(noticesQuery);
  const unread = data?.filter(({ read }) => !read).length ?? 0;
  if (unread === 0) return null;
  return (
    <span className="count">
      <span aria-hidden="true">{unread}</span>
      <span className="hidden-text">{t.unread(unread)}</span>
    </span>
  );
}

type Props = { me: Me; post: PostView; onSearch: () => void; onMore: () => void; onHelp: () => void };

export function TopBar({ me, post, onSearch, onMore, onHelp }: Props) {
  const t = useWords();
  const language = useLanguage();
  return (
    <header className="top-bar">
      <Link to="/" className="brand" aria-label={t.home}>
        <BrandMark />
        <span>{t.product}</span>
      </Link>
      <nav aria-label={t.jobs}>
        {jobsOf(post.role).map((job) => (
          <Link key={job.to} to={job.to} className="job" activeProps={{ className: 'job job-here' }}>
            {job[language]}
            {job.to === jobs.notices.to && <Unread />}
          </Link>
        ))}
        {moreJobsOf(post.role).length > 0 && (
          <button type="button" className="job job-more" onClick={onMore} aria-haspopup="dialog">
            <AppstoreOutlined aria-hidden="true" /> {t.more}
          </button>
        )}
      </nav>
      <button type="button" className="search-box" onClick={onSearch} aria-haspopup="dialog">
        <SearchOutlined aria-hidden="true" />
        <span className="search-words">{t.search}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <PostMenu me={me} post={post} />
      <Button type="text" icon={<QuestionCircleOutlined aria-hidden="true" />} onClick={onHelp} aria-haspopup="dialog">
        {t.help}
      </Button>
    </header>
  );
}
