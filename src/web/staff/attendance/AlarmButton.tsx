import { AlertOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import { AlarmPanel } from './AlarmPanel.tsx';
import { useAlarmWords } from './alarmWords.ts';

/** The first of two steps: a key that nobody presses by chance. The second is choosing what happens. */
export function AlarmButton({ centerId }: { centerId: string }) {
  const t = useAlarmWords();
  const [open, setOpen] = useState(false);
  const begin = () => setOpen(true);
  useHotkeys({ F9: begin }, { inDialog: true, enabled: !open });
  return (
    <>
      <Button size="small" danger icon={<AlertOutlined aria-hidden="true" />} aria-haspopup="dialog" onClick={begin}>
        {t.button} <kbd>{t.key}</kbd>
      </Button>
      {open && <AlarmPanel centerId={centerId} onClose={() => setOpen(false)} />}
    </>
  );
}
