import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Briefing, Decision } from '../../../briefing/briefingView.ts';
import { sayConsequence, sayConsequenceInEnglish } from '../../../briefing/sayConsequence.ts';
import { englishDates } from '../../../ui/dates.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { formatCount } from '../../../ui/money.ts';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { HowCounted } from '../definitions/HowCounted.tsx';
import { pageOf, useGoTo } from '../work/useGoTo.ts';
import { useBriefingWords } from './words.ts';

function Worst({ consequence }: Pick<Decision, 'consequence'>) {
  const zh = useLanguage() === 'zh';
  if (consequence === null) return null;
  const said = zh ? sayConsequence(consequence) : sayConsequenceInEnglish(consequence, englishDates);
  const late = consequence.kind === 'isLate';
  const today = consequence.kind === 'willBeLate' && consequence.today;
  const tone = late ? 'late-text' : today ? 'soon-text' : 'second';
  return (
    <span className={`briefing-worst ${tone}`} title={said}>
      {late && <StateIcon shape="overdue" />}
      {today && <StateIcon shape="dueSoon" />}
      {said}
    </span>
  );
}

function Row({ item, consequence }: Decision) {
  const zh = useLanguage() === 'zh';
  const goTo = useGoTo();
  const act = zh ? item.actLabel : item.actLabelEn;
  return (
    <li className="briefing-row">
      <span className="briefing-what">
        <Link {...pageOf(item)} search={{}} title={`${item.title} ${item.partiesLine}`}>
          {item.title}
        </Link>{' '}
        <span className="second">
          {item.partiesLine} <span className="nowrap">{item.codeShort}</span>
        </span>
      </span>
      <Worst consequence={consequence} />
      <Button
        size="small"
        className="briefing-act"
        aria-label={`${act}：${item.title}`}
        onClick={() => void goTo(item, { act: item.act })}
      >
        {act}
      </Button>
    </li>
  );
}

/** What waits for this post's word, the worst that follows without it, and one press to the act. */
export function Decide({ decide }: Pick<Briefing, 'decide'>) {
  const t = useBriefingWords();
  const more = decide.total - decide.rows.length;
  return (
    <section aria-labelledby="briefing-decide" className="briefing-part">
      <div className="briefing-part-head">
        <h2 id="briefing-decide">
          <HowCounted of="decide">{t.decide}</HowCounted>{' '}
          {decide.total > 0 && (
            <Link to="/work" aria-label={t.opens(t.decide, formatCount(decide.total))}>
              {formatCount(decide.total)}
            </Link>
          )}
        </h2>
        {more > 0 && <Link to="/work">{t.more(formatCount(more))}</Link>}
      </div>
      {decide.rows.length === 0 ? (
        <p className="second">{t.nothingToDecide}</p>
      ) : (
        <ul className="briefing-list">
          {decide.rows.map((row) => (
            <Row key={row.item.id} {...row} />
          ))}
        </ul>
      )}
    </section>
  );
}
