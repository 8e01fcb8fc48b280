import { Button } from 'antd';
import { useState } from 'react';
import type { Me } from '../../../../people/me.ts';
import { BrandMark } from '../../../../ui/BrandMark.tsx';
import { makeCatalog } from '../../../../ui/i18n.ts';
import { Strip } from '../../../../ui/Strip.tsx';
import { usePageTitle } from '../../../../ui/usePageTitle.ts';
import { api } from '../../api.ts';
import { meQuery, queryClient } from '../../queries.ts';
import './login.css';
import { Enrolment } from '../account/Enrolment.tsx';
import { PasswordForm } from '../account/PasswordForm.tsx';

const useWords = makeCatalog({
  zh: {
    title: '先办好这一件',
    passwordDue: '密码到期了，或者是管理员给的一次性密码。先换成自己的密码，再开始办事。',
    secondFactorDue: '这个岗位要用手机令牌。先绑定，再开始办事。',
    noPost: '这个账号现在没有在任的岗位。找本中心的系统管理员。',
    logout: '退出',
    choose: '换到下面的岗位',
  },
  en: {
    title: 'One thing first',
    passwordDue: 'The password has expired, or it is a one-time password. Choose your own, then start work.',
    secondFactorDue: 'This post needs a second factor. Enrol it, then start work.',
    noPost: 'This account holds no post now. Ask the system administrator of your center.',
    logout: 'Log out',
    choose: 'Switch to one of these posts',
  },
});

async function logout(): Promise<void> {
  await api.delete('/api/sessions/current').catch(() => undefined);
  window.location.assign('/login');
}

/** A log-in that may only set its password or second factor right, or has lost its post. Nothing else opens to it. */
export function SetRight({ me }: { me: Me }) {
  const t = useWords();
  const [problem, setProblem] = useState('');
  usePageTitle(t.title);
  const again = () => queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
  const switchTo = async (postId: string) => {
    const next = await api.put<Me>('/api/sessions/current/post', { postId }).catch((error: Error) => error);
    if (next instanceof Error) setProblem(next.message);
    else queryClient.setQueryData(meQuery.queryKey, next);
  };
  const sentence =
    { passwordDue: t.passwordDue, secondFactorDue: t.secondFactorDue }[me.standing as string] ?? t.noPost;
  return (
    <main className="login">
      <div className="login-box">
        <div className="login-brand">
          <BrandMark size={48} />
          <h1>{t.title}</h1>
        </div>
        <Strip tone="info">{sentence}</Strip>
        {problem && <Strip tone="late">{problem}</Strip>}
        {me.standing === 'passwordDue' && <PasswordForm onDone={again} />}
        {me.standing === 'secondFactorDue' && <Enrolment onDone={again} />}
        {me.standing === 'noPost' && me.posts.length > 0 && (
          <div className="stack">
            <p>{t.choose}</p>
            {me.posts.map((post) => (
              <Button key={post.id} onClick={() => void switchTo(post.id)}>
                {post.unitShort} {post.roleLabel}
              </Button>
            ))}
          </div>
        )}
        <button type="button" className="link-button" onClick={() => void logout()}>
          {t.logout}
        </button>
      </div>
    </main>
  );
}
