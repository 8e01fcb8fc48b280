import { Progress as Bar, Button } from 'antd';

type Props = {
  /** What is being done, as a sentence. */
  label: string;
  done: number;
  total: number;
  /** What the button says that stops it; absent where it cannot be stopped. */
  stopLabel?: string;
  onStop?: () => void;
};

/** Long work under way: how far, in numbers too, and a way to stop it. */
export function Progress({ label, done, total, stopLabel, onStop }: Props) {
  const percent = total === 0 ? 0 : Math.floor((done / total) * 100);
  const numbers = total === 0 ? '' : `${done.toLocaleString('en-US')} / ${total.toLocaleString('en-US')}`;
  return (
    <div role="status" aria-live="polite">
      <p>
        {label} <span className="second">{numbers}</span>
      </p>
      <Bar percent={percent} aria-label={label} />
      {onStop && <Button onClick={onStop}>{stopLabel}</Button>}
    </div>
  );
}
