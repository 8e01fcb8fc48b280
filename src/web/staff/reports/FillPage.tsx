import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { FilledCellView, FillView } from '../../../reports/formView.ts';
import { shownIn } from '../../../reports/shown.ts';
import { type FormCell, readAddress } from '../../../sheets/formGrid.ts';
import { tableTime } from '../../../ui/dates.ts';
import { Loading, PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { AnswerPanel } from './AnswerPanel.tsx';
import { FillActs } from './FillActs.tsx';
import { type Face, FormPaper } from './FormPaper.tsx';
import { fillQuery } from './fillQuery.ts';
import { type FormWords, useFormWords } from './forms/words.ts';
import './reports.css';

/** 「多 2」「少 0.5」: how a number differs from last time. */
function changeWords(t: FormWords, change: number): string {
  if (change === 0) return t.sameAs;
  return change > 0 ? t.more(String(change)) : t.less(String(-change));
}

function faceOf(
  t: FormWords,
  cells: ReadonlyMap<string, FilledCellView>,
  address: string,
  { text, formula, percent }: FormCell,
): Face {
  const cell = cells.get(address);
  if (!cell) return { text: formula === null ? text : `=${formula}`, state: 'head', word: '' };
  const value = cell.manual?.value ?? cell.value;
  if (value === null)
    return {
      text,
      below: cell.why ?? t.unanswered,
      state: cell.kind === 'own' || cell.counted ? 'head' : 'open',
      word: '',
    };
  const below = [
    cell.manual ? t.byHand : cell.kind === 'blanks' ? (cell.why ?? '') : '',
    cell.change === null ? '' : changeWords(t, cell.change),
  ]
    .filter(Boolean)
    .join(' · ');
  return {
    text: shownIn(value, percent) ?? String(value),
    ...(below && { below }),
    state: 'plain',
    number: typeof value === 'number',
    word: cell.words,
  };
}

function Open({ fill, onSelect }: { fill: FillView; onSelect: (address: string) => void }) {
  const t = useFormWords();
  const cells = fill.cells.filter(({ address }) => fill.open.includes(address));
  return (
    <section className="report-section" aria-label={t.unanswered}>
      <h2>{t.unanswered}</h2>
      {cells.length === 0 && <p>{t.allAnswered}</p>}
      <ul className="plain-list">
        {cells.map(({ address, words, who, why }) => (
          <li key={address}>
            <button type="button" className="link-button" onClick={() => onSelect(address)}>
              {t.cell(readAddress(address).ref)}
            </button>{' '}
            {who ? t.askedWho(who, why ?? '') : `${words}：${why ?? ''}`}
          </li>
        ))}
      </ul>
      {fill.unmapped.length > 0 && (
        <p className="second">
          {t.unmapped(fill.unmapped.length)}{' '}
          <Link to="/reports/forms/$id" params={{ id: fill.form.id }}>
            {t.mapPage}
          </Link>
        </p>
      )}
    </section>
  );
}

function Body({ fill }: { fill: FillView }) {
  const t = useFormWords();
  const [selected, setSelected] = useState<string | null>(null);
  const cells = new Map(fill.cells.map((cell) => [cell.address, cell]));
  const chosen = selected === null ? undefined : cells.get(selected);
  const handed = fill.state === 'handedIn';
  return (
    <>
      {handed && fill.handedAt && (
        <p>
          {t.handedBy(fill.handedBy ?? '', tableTime(fill.handedAt))} · {t.hash}{' '}
          <code className="report-hash">{fill.hash}</code>
        </p>
      )}
      {handed && (fill.intact ? <p className="second">{t.intact}</p> : <Strip tone="late">{t.broken}</Strip>)}
      <FillActs fill={fill} />
      <Open fill={fill} onSelect={setSelected} />
      <p className="second">
        {fill.before ? (
          <Link to="/reports/fills/$id" params={{ id: fill.before.id }}>
            {t.sinceLast(fill.before.title)}
          </Link>
        ) : (
          t.firstTime
        )}
      </p>
      <div className="form-work">
        <div>
          {fill.grid.sheets.map((sheet, index) => (
            <section key={sheet.name} className="form-sheet">
              <h3>{sheet.name}</h3>
              <FormPaper
                sheet={sheet}
                index={index}
                face={(address, each) => faceOf(t, cells, address, each)}
                selected={selected}
                onSelect={setSelected}
                onEnter={() =>
                  setTimeout(() => document.querySelector<HTMLElement>('.form-panel input, .form-panel a')?.focus())
                }
              />
            </section>
          ))}
        </div>
        <AnswerPanel key={`${selected} ${fill.revision}`} fill={fill} cell={chosen} address={selected} />
      </div>
    </>
  );
}

/** A month of a superior's form: every number with its list and its difference to last time. */
export function FillPage() {
  const t = useFormWords();
  const { id } = useParams({ from: '/app/reports/fills/$id' });
  const query = useQuery(fillQuery(id));
  const fill = query.data;
  const title = fill ? `${fill.form.name} ${fill.title}` : t.title;
  usePageTitle(title);
  return (
    <div className="page">
      <p>
        {fill ? (
          <Link to="/reports/forms/$id" params={{ id: fill.form.id }}>
            ← {fill.form.name}
          </Link>
        ) : (
          <Link to="/reports/forms">{t.back}</Link>
        )}
      </p>
      <div className="page-head">
        <h1>{title}</h1>
        {fill && <span>{fill.state === 'handedIn' ? t.handedState : t.draftState}</span>}
        {fill && <span className="page-head-end">{t.asOf(tableTime(fill.asOf))}</span>}
      </div>
      <PageState query={query} loading={<Loading rows={12} />}>
        {(data) => <Body fill={data} />}
      </PageState>
    </div>
  );
}
