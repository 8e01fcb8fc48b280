export type StateShape = 'normal' | 'dueSoon' | 'overdue' | 'paused' | 'done' | 'info';

const ring = <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />;

// Drawn by us so that the shape alone tells the state, in grey and on paper.
const shapes: Record<StateShape, React.ReactNode> = {
  normal: ring,
  dueSoon: (
    <>
      {ring}
      <path d="M8 8V2a6 6 0 0 1 6 6z" fill="currentColor" />
    </>
  ),
  overdue: <path d="M8 1.5 15 14H1z" fill="currentColor" />,
  paused: <path d="M3.5 2.5h3v11h-3zM9.5 2.5h3v11h-3z" fill="currentColor" />,
  done: <path d="m2.5 8.5 3.5 3.5 7.5-8" fill="none" stroke="currentColor" strokeWidth="2" />,
  info: (
    <>
      {ring}
      <path d="M8 7.2v4M8 4.3v1.5" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
};

/** Never alone: a word stands beside it. */
export function StateIcon({ shape }: { shape: StateShape }) {
  return (
    <svg className={`state-icon state-${shape}`} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {shapes[shape]}
    </svg>
  );
}

/** One maple leaf; on a page it means one thing: here. */
export function Leaf({ size = 16 }: { size?: number }) {
  return (
    <svg className="leaf" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path
        fill="currentColor"
        d="m12 1 2 4.3 2.3-1.2-.6 5 3-2.6.6 1.9 3-.4-1.5 3 1.7 1.2-4.9 3.6.5 1.9-5.1-.9.1 5.7h-2.2l.1-5.7-5.1.9.5-1.9L1.5 12.2l1.7-1.2-1.5-3 3 .4.6-1.9 3 2.6-.6-5L10 5.3z"
      />
    </svg>
  );
}
