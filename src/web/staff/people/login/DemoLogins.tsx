import { useState } from 'react';
import type { DemoLogin } from '../../../../people/demoLogins.ts';
import type { Me } from '../../../../people/me.ts';
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx';
import { type ApiError, api } from '../../api.ts';
import { useLoginWords } from './words.ts';

type Props = { logins: readonly DemoLogin[]; onOpen: (me: Me) => void };
type Group = { unit: string; logins: DemoLogin[] };

/** By unit, the one with the most posts first: there the whole procedure can be walked through. */
function groupsOf(logins: readonly DemoLogin[]): Group[] {
  const groups = new Map<string, DemoLogin[]>();
  for (const one of logins) groups.set(one.unitName, [...(groups.get(one.unitName) ?? []), one]);
  return [...groups]
    .map(([unit, members]) => ({ unit, logins: members }))
    .sort((a, b) => b.logins.length - a.logins.length);
}

type ListProps = Group & { onUse: (one: DemoLogin) => void; disabled: boolean };

function List({ unit, logins, onUse, disabled }: ListProps) {
  const t = useLoginWords();
  return (
    <section aria-label={unit}>
      <h3>{unit}</h3>
      <ul>
        {logins.map((one) => (
          <li key={one.login}>
            <b>{one.roleLabel}</b>
            <span>{one.name}</span>
            <span className="second">{one.login}</span>
            <button
              type="button"
              className="login-use"
              disabled={disabled}
              aria-label={t.demoUse(`${one.roleLabel} ${one.name}`)}
              onClick={() => onUse(one)}
            >
              {t.submit}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Everybody who can be tried out; one press goes in. */
export function DemoLogins({ logins, onOpen }: Props) {
  const t = useLoginWords();
  const [opening, setOpening] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const open = ({ login, password }: DemoLogin) => {
    setOpening(true);
    api
      .post<Me>('/api/sessions', { login, password }, { reLogin: false })
      .then(onOpen, setError)
      .finally(() => setOpening(false));
  };
  const [first, ...others] = groupsOf(logins);
  if (!first) return null;
  const acts = { onUse: open, disabled: opening };
  return (
    <section className="demo-logins" aria-labelledby="demo-title">
      <h2 id="demo-title">{t.demoTitle}</h2>
      <p className="second">
        {t.demoNote} {t.demoPassword(first.logins[0]?.password ?? '')}
      </p>
      <ErrorSummary errors={[]} message={error?.message} />
      <List {...first} {...acts} />
      {others.length > 0 && (
        <details>
          <summary>{t.demoMore(logins.length - first.logins.length)}</summary>
          {others.map((group) => (
            <List key={group.unit} {...group} {...acts} />
          ))}
        </details>
      )}
    </section>
  );
}
