import { waysOpen } from '../../../../promises/waysOnDefault.ts';
import { makeCatalog } from '../../../../ui/i18n.ts';
import { LegalCaution } from '../../LegalCaution.tsx';
import type { FieldsProps } from './fields.ts';
import { openPromises } from './promiseForms.ts';

const useWords = makeCatalog({
  zh: { waysLeft: '应该收的一方还能走的路' },
  en: { waysLeft: 'What the creditor may do' },
});

/** What whom it is owed may do now, by what kind of agreement it is; told before the default is recorded. */
export function DefaultWays({ view }: FieldsProps) {
  const t = useWords();
  const clocks = view.clocks.filter(({ stoppedAt }) => stoppedAt === null);
  const ways = waysOpen(
    (kind) => clocks.find((clock) => clock.kind === kind)?.dueAt ?? null,
    view.category.code,
    openPromises(view),
  );
  return (
    <section className="form-wide routes-panel" aria-label={t.waysLeft}>
      <h3>{t.waysLeft}</h3>
      <ul className="bare-list">
        {ways.map(({ saying, words }) => (
          <li key={saying}>
            {words}
            <LegalCaution id={`words:${saying}`} />
          </li>
        ))}
      </ul>
    </section>
  );
}
