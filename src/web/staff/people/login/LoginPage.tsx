import { useEffect, useState } from 'react';
import type { DemoLogin } from '../../../../people/demoLogins.ts';
import { BrandMark } from '../../../../ui/BrandMark.tsx';
import { useDocumentLanguage } from '../../../../ui/useDocumentLanguage.ts';
import { usePageTitle } from '../../../../ui/usePageTitle.ts';
import { api } from '../../api.ts';
import { DemoLogins } from './DemoLogins.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { LoginForm } from './LoginForm.tsx';
import { useLoginWords } from './words.ts';

/** Only a demo answers; elsewhere there is no such address, and the page says nothing of it. */
function useDemoLogins(): readonly DemoLogin[] {
  const [logins, setLogins] = useState<readonly DemoLogin[]>([]);
  useEffect(() => {
    api.get<DemoLogin[]>('/api/demo-logins', undefined, { reLogin: false }).then(setLogins, () => {});
  }, []);
  return logins;
}

/** Only addresses of our own: a link must not lead elsewhere after the log-in. */
function nextAddress(): string {
  const next = new URLSearchParams(window.location.search).get('next') ?? '';
  return /^\/(?!\/)/.test(next) ? next : '/';
}

export function LoginPage() {
  const t = useLoginWords();
  const demo = useDemoLogins();
  usePageTitle(t.title);
  useDocumentLanguage();
  const onOpen = () => window.location.assign(nextAddress());
  return (
    <main className={demo.length > 0 ? 'login login-demo' : 'login'}>
      <div className="login-box">
        <div className="login-brand">
          <BrandMark size={48} />
          <div>
            <h1>{t.product}</h1>
            <p className="second">{t.purpose}</p>
          </div>
        </div>
        <LoginForm submitLabel={t.submit} onOpen={onOpen} />
        <p className="second">{t.forgot}</p>
        <p className="second">
          {t.resident}
          <a href="/c">{t.residentLink}</a>
        </p>
        <LanguageSwitch />
      </div>
      {demo.length > 0 && <DemoLogins logins={demo} onOpen={onOpen} />}
    </main>
  );
}
