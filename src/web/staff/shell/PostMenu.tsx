import { DownOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Dropdown, type MenuProps } from 'antd';
import type { Me, PostView } from '../../../people/me.ts';
import { clearDrafts } from '../../../ui/draft.ts';
import { getLanguage, makeCatalog, setLanguage } from '../../../ui/i18n.ts';
import { ApiError, api } from '../api.ts';
import { meQuery, queryClient } from '../queries.ts';
import { actAs } from './actAs.ts';
import { homeOf } from './jobs.ts';
import { forgetRecent } from './recent.ts';

const useWords = makeCatalog({
  zh: {
    switchTo: '换岗位',
    coverOf: (name: string) => `代 ${name}`,
    own: '我的账号',
    sessions: '我的登录',
    password: '改密码',
    factor: '手机令牌',
    language: 'English',
    practice: '去练习（不是真的）',
    logout: '退出',
    menu: (name: string, unit: string, role: string) => `${unit} ${role} ${name}，换岗位、账号、退出`,
  },
  en: {
    switchTo: 'Switch post',
    coverOf: (name: string) => `for ${name}`,
    own: 'My account',
    sessions: 'My log-ins',
    password: 'Change password',
    factor: 'Second factor',
    language: '中文',
    practice: 'Practice (nothing is real)',
    logout: 'Log out',
    menu: (name: string, unit: string, role: string) => `${unit} ${role} ${name}: posts, account, log out`,
  },
});

/** What the server said is asked for again, to be read in the other language. */
function changeLanguage(): void {
  setLanguage(getLanguage() === 'zh' ? 'en' : 'zh');
  void queryClient.invalidateQueries();
}

function usePostActs() {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const tell = (error: unknown) => message.error(error instanceof ApiError ? error.message : String(error));
  return {
    async switchTo(postId: string) {
      try {
        const me = await actAs(postId);
        await navigate({ to: me.post ? homeOf(me.post.role) : '/' });
      } catch (error) {
        tell(error);
      }
    },
    async logout() {
      try {
        const userId = queryClient.getQueryData(meQuery.queryKey)?.user.id;
        await api.delete('/api/sessions/current');
        // The next person at this machine finds nothing that was being written.
        if (userId) clearDrafts(userId);
        queryClient.clear();
        forgetRecent();
        window.location.assign('/login');
      } catch (error) {
        tell(error);
      }
    },
  };
}

const practiceOf = ({ practiceUrl }: Me, label: string) =>
  practiceUrl ? [{ key: 'practice', label, onClick: () => window.open(practiceUrl, '_blank', 'noopener') }] : [];

export function PostMenu({ me, post }: { me: Me; post: PostView }) {
  const t = useWords();
  const navigate = useNavigate();
  const { switchTo, logout } = usePostActs();
  const others = me.posts.filter(({ id }) => id !== post.id);
  const group = (key: string, label: string, children: { key: string; label: string; onClick: () => unknown }[]) =>
    children.length === 0 ? [] : [{ type: 'group' as const, key, label, children }];
  const items: NonNullable<MenuProps['items']> = [
    ...group(
      'posts',
      t.switchTo,
      others.map(({ id, unitShort, roleLabel, covers }) => ({
        key: id,
        label: covers ? `${t.coverOf(covers)} · ${unitShort} ${roleLabel}` : `${unitShort} ${roleLabel}`,
        onClick: () => switchTo(id),
      })),
    ),
    ...group('own', t.own, [
      { key: 'sessions', label: t.sessions, onClick: () => navigate({ to: '/sessions' }) },
      { key: 'password', label: t.password, onClick: () => navigate({ to: '/password' }) },
      { key: 'factor', label: t.factor, onClick: () => navigate({ to: '/second-factor' }) },
      ...practiceOf(me, t.practice),
      { key: 'language', label: t.language, onClick: changeLanguage },
      { key: 'logout', label: t.logout, onClick: logout },
    ]),
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button type="text" className="post-menu" aria-label={t.menu(me.user.name, post.unitShort, post.roleLabel)}>
        <span className="post-words">
          {post.unitShort} · {post.roleLabel} {me.user.name}
          {post.covers && <b> {t.coverOf(post.covers)}</b>}
        </span>
        <DownOutlined aria-hidden="true" />
      </Button>
    </Dropdown>
  );
}
