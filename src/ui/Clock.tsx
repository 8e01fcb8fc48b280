import { useId, useRef, useState } from 'react';
import { makeCatalog } from './i18n.ts';
import { StateIcon, type StateShape } from './StateIcon.tsx';

/** What a chip shows: icon by code, the words beside it, and the full sentence for those who do not see it. */
export type ClockFace = { label: string; code: string; word: string; chip: string; sentence: string };
/** A date that anybody can recompute. Every line comes from the pure function, none from the page. */
export type ClockDetail = ClockFace & {
  provisional: boolean;
  arithmetic: readonly string[];
  /** Dates it had before: until when each held, and why it moved. */
  history?: readonly { due: string; until: string; why: string }[];
};

const useWords = makeCatalog({
  zh: {
    how: '怎么算的',
    history: (count: number) => `历史到期日 ${count}`,
    held: (due: string, until: string, why: string) => `${due}，到 ${until} 为止：${why}`,
    print: '打印',
    provisional: '所跨年份的放假安排还没有公布，这个日期可能变。',
  },
  en: {
    how: 'How it is counted',
    history: (count: number) => `Former dates ${count}`,
    held: (due: string, until: string, why: string) => `${due}, until ${until}: ${why}`,
    print: 'Print',
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

/** Prints this part of the page alone: how a date came about is handed to people. */
function printOnly(part: HTMLElement | null): void {
  const { dataset } = document.documentElement;
  part?.classList.add('printing');
  dataset.print = 'part';
  const after = () => {
    part?.classList.remove('printing');
    delete dataset.print;
  };
  window.addEventListener('afterprint', after, { once: true });
  window.print();
}

function FormerDates({ history }: { history: NonNullable<ClockDetail['history']> }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  if (history.length === 0) return null;
  return (
    <>
      <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t.history(history.length)}
      </button>
      {open ? (
        <ol className="former-dates">
          {history.map(({ due, until, why }) => (
            <li key={until + due}>{t.held(due, until, why)}</li>
          ))}
        </ol>
      ) : null}
    </>
  );
}

type ArithmeticProps = { clock: ClockDetail; id?: string; heading?: string };

/** `heading`: the matter it belongs to, on paper only. */
export function Arithmetic({ clock, id, heading }: ArithmeticProps) {
  const t = useWords();
  const part = useRef<HTMLElement>(null);
  return (
    <section className="arithmetic" id={id} ref={part} aria-label={`${clock.label} ${t.how}`}>
      {heading ? <p className="print-only">{heading}</p> : null}
      <p className="arithmetic-head">
        <b>{spoken(clock)}</b>
      </p>
      <ol>
        {clock.arithmetic.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {clock.provisional && (
        <p className="soon-text">
          <StateIcon shape="dueSoon" /> {t.provisional}
        </p>
      )}
      <div className="row arithmetic-foot">
        <FormerDates history={clock.history ?? []} />
        <button type="button" className="link-button" onClick={() => printOnly(part.current)}>
          {t.print}
        </button>
      </div>
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
