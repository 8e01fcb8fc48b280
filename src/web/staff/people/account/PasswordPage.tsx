import { useState } from 'react';
import { makeCatalog } from '../../../../ui/i18n.ts';
import { Strip } from '../../../../ui/Strip.tsx';
import { usePageTitle } from '../../../../ui/usePageTitle.ts';
import { PasswordForm } from './PasswordForm.tsx';

const useWords = makeCatalog({
  zh: { title: '改密码', done: '密码已换。别处的登录都已退出。' },
  en: { title: 'Change password', done: 'The password is changed. Log-ins elsewhere have ended.' },
});

export function PasswordPage() {
  const t = useWords();
  const [done, setDone] = useState(false);
  usePageTitle(t.title);
  return (
    <div className="page page-narrow">
      <div className="page-head">
        <h1>{t.title}</h1>
      </div>
      {done && <Strip onClose={() => setDone(false)}>{t.done}</Strip>}
      <PasswordForm onDone={() => setDone(true)} />
    </div>
  );
}
