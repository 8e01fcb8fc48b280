import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { owedBy } from '../../../../agreements/owedBy.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { fieldId } from '../../../../ui/Field.tsx';
import type { FieldsProps } from '../steps/fields.ts';
import './agreement.css';
import { useWords } from './catalog.ts';
import { agreementsQuery } from './queries.ts';

/** How much of the sentences goes along; the server takes them from the agreement itself. */
const SENT = 4000;

/** Who has not signed; that they did on paper is said by a person, never guessed. */
function Missing({ names, form }: { names: readonly string[]; form: FieldsProps['form'] }) {
  const t = useWords();
  if (names.length === 0) return null;
  const error = form.errors.signedOnPaper;
  return (
    <div id={fieldId('signedOnPaper')}>
      <p>{t.missing(names.length, names.slice(0, 5).join('、'))}</p>
      <Checkbox
        checked={form.values.signedOnPaper === true}
        onChange={({ target }) => form.set('signedOnPaper', target.checked)}
      >
        {t.signedOnPaper}
      </Checkbox>
      {error ? <p role="alert">{error}</p> : null}
    </div>
  );
}

/** Which locked agreement the outcome is, or none: then it is typed below. */
export function LockedChoice({ view, form }: FieldsProps) {
  const t = useWords();
  const { data } = useQuery(agreementsQuery(view.code));
  const locked = (data?.agreements ?? []).filter(({ lockedAt }) => lockedAt !== null);
  if (locked.length === 0) return null;
  const chosen = form.values.locked as { agreementId: string } | null;
  const newest = locked.find(({ id }) => id === chosen?.agreementId)?.versions[0];
  const open = locked.find(({ id }) => id === chosen?.agreementId);
  const missing =
    open?.form === 'written'
      ? view.parties.flatMap(({ id, name }) => (open.missingIds.includes(id) ? [name] : []))
      : [];
  const choose = (id: string) => {
    const version = locked.find((each) => each.id === id)?.versions[0];
    const signedOn = locked.find((each) => each.id === id)?.signedOn;
    form.set('locked', version ? { agreementId: id, agreement: version.agreement } : null);
    // It holds from the last signature on (人民调解法 29); a person may know better.
    if (signedOn) form.set('effectiveOn', signedOn);
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
          <Missing names={missing} form={form} />
        </div>
      ) : null}
    </>
  );
}
