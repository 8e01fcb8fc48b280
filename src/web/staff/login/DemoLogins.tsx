import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Me } from '../../../people/me.ts';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { api } from '../api.ts';
import type { DemoLogin } from './LoginPage.tsx';
import { useLoginWords } from './words.ts';

type Props = { logins: readonly DemoLogin[]; onOpen: (me: Me) => void };

/** By role, in the order the server gives; one press goes in. */
export function DemoLogins({ logins, onOpen }: Props) {
  const t = useLoginWords();
  const open = useMutation({
    mutationFn: ({ login, password }: DemoLogin) =>
      api.post<Me>('/api/sessions', { login, password }, { reLogin: false }),
    onSuccess: onOpen,
  });
  return (
    <section className="demo-logins" aria-labelledby="demo-title">
      <h2 id="demo-title">{t.demoTitle}</h2>
      <p className="second">{t.demoNote}</p>
      <ErrorSummary errors={[]} message={open.error?.message} />
      <ul>
        {logins.map((one) => (
          <li key={one.login}>
            <span>
              <b>{one.roleLabel}</b> {one.name}
              <span className="second">
                {' '}
                {one.unitName}　{one.login} / {one.password}
              </span>
            </span>
            <Button
              size="small"
              disabled={open.isPending}
              aria-label={t.demoUse(`${one.roleLabel} ${one.name}`)}
              onClick={() => open.mutate(one)}
            >
              {t.submit}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
