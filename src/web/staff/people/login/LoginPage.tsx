import { useQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import type { DemoLogin } from '../../../../people/demoLogins.ts';
import type { Me } from '../../../../people/me.ts';
import { BrandMark } from '../../../../ui/BrandMark.tsx';
import { usePageTitle } from '../../../../ui/usePageTitle.ts';
import { api } from '../../api.ts';
import { meQuery, queryClient } from '../../queries.ts';
import { DemoLogins } from './DemoLogins.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { LoginForm } from './LoginForm.tsx';
import { useLoginWords } from './words.ts';

/** Only a demo answers; elsewhere there is no such address, and the page says nothing of it. */
function useDemoLogins(): readonly DemoLogin[] {
  const { data } = useQuery({
    queryKey: ['demo-logins'],
    queryFn: () => api.get<DemoLogin[]>('/api/demo-logins', undefined, { reLogin: false }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? [];
}

export function LoginPage() {
  const t = useLoginWords();
  const router = useRouter();
  const { next } = useSearch({ from: '/login' });
  const demo = useDemoLogins();
  usePageTitle(t.title);
  const onOpen = (me: Me) => {
    queryClient.clear();
    queryClient.setQueryData(meQuery.queryKey, me);
    void router.navigate({ href: next ?? '/' });
  };
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
