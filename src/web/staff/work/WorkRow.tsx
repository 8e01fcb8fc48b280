import { Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import type { WorkItem } from '../../../procedures/views.ts';
import { ClockChip } from '../../../ui/Clock.tsx';
import { tableTime } from '../../../ui/dates.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { keyFace } from '../../../ui/keySettings.ts';
import { Peek } from './Peek.tsx';
import { pageOf, useGoTo } from './useGoTo.ts';
import { useWorkWords } from './words.ts';

type Props = { item: WorkItem; ticked: boolean; open: boolean; onTick: () => void; onPeek: () => void };

/** Verb first: the clock, what is owed, about whom, and exactly one act. */
export function WorkRow({ item, ticked, open, onTick, onPeek }: Props) {
  const t = useWorkWords();
  const goTo = useGoTo();
  const language = useLanguage();
  const zh = language === 'zh';
  const act = zh ? item.actLabel : item.actLabelEn;
  const status = zh ? item.statusLabel : item.statusLabelEn;
  const to = pageOf(item);
  const go = (search: { act?: string }) => goTo(item, search);
  const peekId = `peek-${item.id}`;
  const letter = item.actKey ?? undefined;
  return (
    <li className={open ? 'work-row work-row-open' : 'work-row'} data-row={item.id}>
      <Checkbox
        className="work-tick"
        checked={ticked}
        aria-label={t.tick(item.title)}
        tabIndex={-1}
        onChange={onTick}
      />
      <span className="work-clock">
        {item.clock ? (
          <ClockChip face={item.clock} open={open} controls={peekId} onToggle={onPeek} />
        ) : (
          <span className="third">{t.noClock}</span>
        )}
      </span>
      <span className="work-verb">
        <b>{zh ? item.owed.zh : item.owed.en}</b>
        <span className="second">
          {item.clock && item.clock.label !== item.actLabel ? item.clock.label : status}
          {item.as && <b className="work-as"> {item.as.covers ? t.coverOf(item.as.covers) : t.ownPost}</b>}
          {item.mine && <span className="hidden-text">，{t.mineMark}</span>}
        </span>
      </span>
      <Link
        {...to}
        search={{}}
        className="work-what"
        data-open=""
        onClick={(event) => {
          if (!item.as) return;
          event.preventDefault();
          void go({});
        }}
      >
        <span className="two-lines">
          {item.title}{' '}
          <span className="work-parties">
            {item.partiesLine} {item.unit}
          </span>
          {item.ownTitle && <span className="second"> {item.ownTitle}</span>}
        </span>
      </Link>
      <span className="work-since second">{t.since(tableTime(item.since))}</span>
      <span className="work-code">{item.codeShort}</span>
      <Button size="small" className="work-act" data-act={letter} onClick={() => void go({ act: item.act })}>
        {act}
        {letter && <kbd>{keyFace(letter)}</kbd>}
      </Button>
      {open && (
        <div className="work-peek" id={peekId}>
          {item.as ? <p className="third">{t.otherPost}</p> : <Peek code={item.code} />}
        </div>
      )}
    </li>
  );
}
