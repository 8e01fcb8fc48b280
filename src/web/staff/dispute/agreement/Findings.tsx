import type { Agreement } from '../../../../agreements/agreement.ts';
import { type Finding, lint } from '../../../../agreements/lint.ts';
import type { DisputeView } from '../../../../disputes/views.ts';
import { focusField } from '../../../../ui/ErrorSummary.tsx';
import { fieldId } from '../../../../ui/Field.tsx';
import { useLanguage } from '../../../../ui/i18n.ts';
import { LegalCaution } from '../../LegalCaution.tsx';
import { useWords } from './catalog.ts';
import { factsOf } from './convert.ts';

/** To the field, with the very words marked. */
function goTo({ field, from, to }: Finding): void {
  const id = fieldId(`agreement.${field}`);
  const element = document.getElementById(id);
  element?.closest('details')?.setAttribute('open', '');
  focusField(id);
  if (to > from && (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement))
    element.setSelectionRange(from, to);
}

function Line({ finding }: { finding: Finding }) {
  const t = useWords();
  const { severity, says, todo, law, field } = finding;
  const known = law.status === 'V' ? '' : `（${law.status === 'V2' ? t.basisV2 : t.basisG}）`;
  return (
    <li className={`finding finding-${severity}`}>
      <b>{t[severity]}</b> {says} {todo}{' '}
      {field === '' ? null : (
        <button type="button" className="link-button" onClick={() => goTo(finding)}>
          {t.fix}
        </button>
      )}
      <div className="second">
        {law.text}
        {law.basis}
        {known}
        <LegalCaution id={law.id} />
      </div>
    </li>
  );
}

/** What to change and what to know, as it is written. */
export function Findings({ view, agreement }: { view: DisputeView; agreement: Agreement }) {
  const t = useWords();
  const found = lint(agreement, factsOf(view), useLanguage());
  const must = found.filter(({ severity }) => severity === 'must').length;
  return (
    <section aria-labelledby="findings-head">
      <h3 id="findings-head">{t.findings}</h3>
      <p role="status">{found.length === 0 ? t.clean : t.count(must, found.length - must)}</p>
      <ul className="bare-list">
        {found.map((finding) => (
          <Line key={`${finding.id} ${finding.field} ${finding.from} ${finding.says}`} finding={finding} />
        ))}
      </ul>
    </section>
  );
}
