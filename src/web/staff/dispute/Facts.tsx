import { Button } from 'antd';
import type { DisputeView } from '../../../disputes/views.ts';
import { dayText, tableTime } from '../../../ui/dates.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { formatMoney } from '../../../ui/money.ts';
import { sourceWord } from '../sources.ts';
import { useWords } from './catalog.ts';

/** The facts lie open; what this post does not see is said, not left blank. */
export function Facts({ view, onAmend }: { view: DisputeView; onAmend: (() => void) | undefined }) {
  const t = useWords();
  const language = useLanguage();
  const { facts } = view;
  return (
    <section className="section-flat" aria-labelledby="facts-head">
      <div className="section-head">
        <h2 id="facts-head">{t.facts}</h2>
        {onAmend && facts ? (
          <Button size="small" onClick={onAmend}>
            {language === 'zh' ? '改' : 'Amend'}
          </Button>
        ) : null}
      </div>
      {facts ? (
        <>
          <p className="reading">{facts.facts}</p>
          {facts.demands ? (
            <p className="reading">
              <span className="second">{t.demands}</span> {facts.demands}
            </p>
          ) : null}
          <dl className="matter-facts">
            <dt>{t.place}</dt>
            <dd>
              {view.place} {facts.address}
            </dd>
            <dt>{t.amount}</dt>
            <dd>{facts.amountCents === null ? t.unfilled : formatMoney(facts.amountCents)}</dd>
            <dt>{t.occurredOn}</dt>
            <dd>{facts.occurredOn ? dayText(facts.occurredOn) : t.unfilled}</dd>
            <dt>{t.people}</dt>
            <dd>{t.peopleCount(facts.peopleInvolved)}</dd>
            <dt>{t.willing}</dt>
            <dd>{t[`willing_${facts.willing}`]}</dd>
            <dt>{t.source}</dt>
            <dd>
              {sourceWord(facts.source, language)}
              {facts.imported && `，${t.fromLedger(facts.oldNumber)}`}
              {facts.enteredAt && `，${t.fromPaper(tableTime(facts.enteredAt))}`}
            </dd>
          </dl>
        </>
      ) : (
        <>
          <dl className="matter-facts">
            <dt>{t.place}</dt>
            <dd>{view.place}</dd>
          </dl>
          <p className="second">{t.factsHidden}</p>
        </>
      )}
    </section>
  );
}
