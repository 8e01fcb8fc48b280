import { App, Button } from 'antd';
import { Strip } from '../../../ui/Strip.tsx';
import { usePeopleWords } from './words.ts';

type Props = { name: string; oneTimePassword: string; onClose: () => void };

/** A password for one log-in, shown once. */
export function OneTimeStrip({ name, oneTimePassword, onClose }: Props) {
  const t = usePeopleWords();
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(oneTimePassword);
    message.success(t.copied);
  };
  return (
    <Strip
      tone="info"
      onClose={onClose}
      actions={
        <Button size="small" onClick={() => void copy()}>
          {t.copy}
        </Button>
      }
    >
      {t.once(name)} <code className="one-time">{oneTimePassword}</code>
    </Strip>
  );
}
