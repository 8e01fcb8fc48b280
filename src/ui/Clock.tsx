import { useId, useState } from 'react';
import { makeCatalog } from './i18n.ts';
import { StateIcon, type StateShape } from './StateIcon.tsx';

/** What a chip shows: icon by code, the words beside it, and the full sentence for those who do not see it. */
export type ClockFace = { label: string; code: string; word: string; chip: string; sentence: string };
/** A date that anybody can recompute. Every line comes from the pure function, none from the page. */
export type ClockDetail = ClockFace & {
  basis: string;
  basisStatus: 'V' | 'V2' | 'G';
  provisional: boolean;
  arithmetic: readonly string[];
};

const useWords = makeCatalog({
  zh: {
    how: '怎么算的',
    basis: '依据',
    V: '原文已核',
    V2: '转载，原文待核',
    G: '本地缺省，可在设置里改',
    provisional: '所跨年份的放假安排还没有公布，这个日期可能变。',
  },
  en: {
    how: 'How it is counted',
    basis: 'Basis',
    V: 'checked against the text',
    V2: 'from a reprint, original to be checked',
    G: 'local default, a setting',
    provisional: 'The holidays of a year it crosses are not published yet: this date may change.',
  },
});

const shapes: Record<string, StateShape> = {
  normal: 'normal',
  dueSoon: 'dueSoon',
  overdue: 'overdue',
  paused: 'paused',
  met: 'done',
  missed: 'done',
  closing: 'dueSoon',
  lapsed: 'info',
  others: 'info',
  done: 'done',
};

/** Some sentences begin with the clock's own name. */
const spoken = ({ label, sentence }: ClockFace): string =>
  sentence.startsWith(label) ? sentence : `${label}：${sentence}`;

export function ClockFaceText({ face }: { face: ClockFace }) {
  return (
    <span className={`clock clock-${face.code}`}>
      <StateIcon shape={shapes[face.code] ?? 'normal'} />
      <span aria-hidden="true">{face.chip}</span>
      <span className="hidden-text">{spoken(face)}</span>
    </span>
  );
}

type ChipProps = { face: ClockFace; open?: boolean; controls?: string; onToggle?: () => void };

/** Icon and words; pressed, or `?` while it has the focus, it shows the arithmetic where its owner puts it. */
export function ClockChip({ face, open = false, controls, onToggle }: ChipProps) {
  if (!onToggle) return <ClockFaceText face={face} />;
  return (
    <button
      type="button"
      className="clock-button"
      aria-expanded={open}
      aria-controls={controls}
      onClick={onToggle}
      onKeyDown={(event) => {
        if (event.key !== '?' && event.key !== '？') return;
        event.preventDefault();
        event.stopPropagation();
        onToggle();
      }}
    >
      <ClockFaceText face={face} />
    </button>
  );
}

export function Arithmetic({ clock, id }: { clock: ClockDetail; id?: string }) {
  const t = useWords();
  return (
    <section className="arithmetic" id={id} aria-label={`${clock.label} ${t.how}`}>
      <p className="arithmetic-head">
        <b>{spoken(clock)}</b>
      </p>
      <ol>
        {clock.arithmetic.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p className="second">
        {t.basis}：{clock.basis}（{t[clock.basisStatus]}）
      </p>
      {clock.provisional && (
        <p className="soon-text">
          <StateIcon shape="dueSoon" /> {t.provisional}
        </p>
      )}
    </section>
  );
}

/** The chip with its arithmetic under it, for headers and detail pages. */
export function Clock({ clock, initiallyOpen = false }: { clock: ClockDetail; initiallyOpen?: boolean }) {
  const [open, setOpen] = useState(initiallyOpen);
  const id = useId();
  return (
    <div className="clock-block">
      <span className="clock-label">{clock.label}</span>{' '}
      <ClockChip face={clock} open={open} controls={id} onToggle={() => setOpen(!open)} />
      {open && <Arithmetic clock={clock} id={id} />}
    </div>
  );
}
