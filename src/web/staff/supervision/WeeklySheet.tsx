import { Button, Select } from 'antd';
import { useState } from 'react';
import type { Board } from '../../../dashboards/boardView.ts';
import { api } from '../api.ts';
import { openPdf } from '../openPdf.ts';
import { useBoardWords } from './words.ts';

/** The sheet of one of the past weeks, in a tab of its own where it can be printed. */
export function WeeklySheet({ weeks, county }: { weeks: Board['weeks']; county: string | undefined }) {
  const t = useBoardWords();
  const [week, setWeek] = useState(weeks[0]?.id ?? '');
  const [address, setAddress] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const options = weeks.map(({ id, from, to }, index) => ({
    value: id,
    label: index === 0 ? t.thisWeek : `${from.slice(5)}…${to.slice(5)}`,
  }));
  const open = async () => {
    setProblem(null);
    const pdf = await api.blob('GET', '/api/supervision/weekly.pdf', { query: { week, county } });
    const shown = openPdf(pdf);
    setAddress(shown.opened ? null : shown.address);
  };
  return (
    <div className="row">
      <Select aria-label={t.week} className="board-week" value={week} options={options} onChange={setWeek} />
      <Button onClick={() => void open().catch((error: Error) => setProblem(error.message))}>{t.weekly}</Button>
      {address && (
        <a href={address} target="_blank" rel="noreferrer">
          {t.weeklyKept} {t.openWeekly}
        </a>
      )}
      {problem && (
        <span role="alert" className="late-text">
          {problem}
        </span>
      )}
    </div>
  );
}
