import { useQuery } from '@tanstack/react-query';
import { owedBy } from '../../../../agreements/owedBy.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import type { FieldsProps } from '../steps/fields.ts';
import './agreement.css';
import { useWords } from './catalog.ts';
import { agreementsQuery } from './queries.ts';

/** How much of the sentences goes along; the server takes them from the agreement itself. */
const SENT = 4000;

/** Which locked agreement the outcome is, or none: then it is typed below. */
export function LockedChoice({ view, form }: FieldsProps) {
  const t = useWords();
  const { data } = useQuery(agreementsQuery(view.code));
  const locked = (data?.agreements ?? []).filter(({ lockedAt }) => lockedAt !== null);
  if (locked.length === 0) return null;
  const chosen = form.values.locked as { agreementId: string } | null;
  const newest = locked.find(({ id }) => id === chosen?.agreementId)?.versions[0];
  const choose = (id: string) => {
    const version = locked.find((each) => each.id === id)?.versions[0];
    form.set('locked', version ? { agreementId: id, agreement: version.agreement } : null);
    form.set('items', []);
    form.set('total', '');
    form.set('form', version?.agreement.form ?? '');
    form.set('terms', version?.words.slice(0, SENT) ?? '');
  };
  return (
    <>
      <Choice
        name="locked"
        label={t.lockedOne}
        span={12}
        options={[
          ...locked.map(({ id, number, version }) => ({ value: id, label: t.head(number ?? '', version) })),
          { value: '', label: t.typedBelow },
        ]}
        value={chosen?.agreementId ?? ''}
        onChange={choose}
      />
      {newest ? (
        <div className="form-wide">
          <p className="reading agreement-words" lang="zh">
            {newest.words}
          </p>
          <p className="second">{t.owedBy(owedBy(newest.agreement, view.parties).length)}</p>
        </div>
      ) : null}
    </>
  );
}
