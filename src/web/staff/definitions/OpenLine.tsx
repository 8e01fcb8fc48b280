import { Link } from '@tanstack/react-router';
import { type OpenCounts, type Part, partWords, reconciled, type Way } from '../../../definitions/openCounts.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { formatCount } from '../../../ui/money.ts';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { useDefinitionWords } from './words.ts';
import './definitions.css';

function Term({ name, sign, count, list }: Part) {
  const t = useDefinitionWords();
  const word = partWords[name][useLanguage()];
  const said = formatCount(count);
  return (
    <span>
      {sign && `${sign} `}
      {word}{' '}
      {list ? (
        <Link {...list} aria-label={t.opens(word, t.count(said))}>
          {said}
        </Link>
      ) : (
        <strong>{said}</strong>
      )}
    </span>
  );
}

function Ending({ sum, gap }: Way) {
  const t = useDefinitionWords();
  return (
    <span className={gap === 0 ? 'second' : 'late-text'}>
      = {formatCount(sum)} {gap !== 0 && <StateIcon shape="overdue" />}{' '}
      {gap === 0 ? t.fits : t.gap(formatCount(Math.abs(gap)))}
    </span>
  );
}

/** The counts of what is open, put side by side: each opens its list, and where they do not come to one it says so. */
export function OpenLine({ counts, waiting }: { counts: OpenCounts; waiting: number }) {
  const t = useDefinitionWords();
  const { of, whole, ways } = reconciled(counts);
  return (
    <div className="open-line">
      <p>
        {of.map((part) => (
          <Term key={part.name} {...part} />
        ))}
        {of.length > 1 && <span className="second">= {formatCount(whole)}</span>}
      </p>
      {ways.map((way) => (
        <p key={way.parts[0]?.name}>
          <span>=</span>
          {way.parts.map((part) => (
            <Term key={part.name} {...part} />
          ))}
          <Ending {...way} />
        </p>
      ))}
      {waiting > 0 && <p className="second">{t.waiting(formatCount(waiting))}</p>}
    </div>
  );
}
