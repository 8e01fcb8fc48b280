import { tableTime } from '../../../../ui/dates.ts';
import { makeCatalog } from '../../../../ui/i18n.ts';
import type { FieldsProps } from './fields.ts';

const useWords = makeCatalog({
  zh: { claim: '办理人说办成了什么', nothing: '提交时没有写结果。' },
  en: { claim: 'What the handler says was done', nothing: 'Nothing was written when it was submitted.' },
});

/** What whoever submitted it says, beside the decision about it. */
export function Claim({ view }: FieldsProps) {
  const t = useWords();
  const claim = view.timeline.filter(({ type }) => type === 'submitClosure').toSorted((a, b) => b.seq - a.seq)[0];
  return (
    <section className="form-wide" aria-label={t.claim}>
      <h3>{t.claim}</h3>
      {claim ? (
        <blockquote className="claim">
          <p>{claim.notes.find(({ kind }) => kind === 'submitClosure')?.body || t.nothing}</p>
          <p className="second">
            {claim.who} {tableTime(claim.at)}
          </p>
        </blockquote>
      ) : null}
    </section>
  );
}
