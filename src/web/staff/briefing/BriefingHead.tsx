import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { Briefing } from '../../../briefing/briefingView.ts';
import { spokenTime } from '../../../briefing/edition.ts';
import { asOfText, dayText } from '../../../ui/dates.ts';
import { formatCount } from '../../../ui/money.ts';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { api } from '../api.ts';
import { HowCounted } from '../definitions/HowCounted.tsx';
import { openPdf } from '../openPdf.ts';
import { queryClient } from '../queries.ts';
import { LiveChanges } from '../shell/Changes.tsx';
import { useBriefingWords } from './words.ts';

export const briefingKey = ['briefing'] as const;

/** What stood there at half past seven, or when it came late; nothing is made to look on time. */
function Edition({ edition, due }: Pick<Briefing, 'edition' | 'due'>) {
  const t = useBriefingWords();
  if (!edition) return <span>{due ? t.notMade : t.notDue}</span>;
  const { counts, late, madeAt } = edition;
  const made = spokenTime(new Date(madeAt));
  const figures = [counts.toDecide, counts.dueToday, counts.late, counts.open].map(formatCount) as [
    string,
    string,
    string,
    string,
  ];
  return (
    <span>
      {late && <StateIcon shape="dueSoon" />} {late ? t.madeLate(made) : t.made(made)}
      {t.thatTime(...figures)}
    </span>
  );
}

function Print() {
  const t = useBriefingWords();
  const [address, setAddress] = useState<string | null>(null);
  const print = useMutation({
    mutationFn: () => api.blob('GET', '/api/briefing/sheet.pdf'),
    onSuccess: (pdf) => {
      const shown = openPdf(pdf);
      setAddress(shown.opened ? null : shown.address);
    },
  });
  return (
    <>
      <Button size="small" loading={print.isPending} onClick={() => print.mutate()}>
        {t.print}
      </Button>
      {address && (
        <a href={address} target="_blank" rel="noreferrer">
          {t.kept} {t.opened}
        </a>
      )}
      {print.error && (
        <span role="alert" className="late-text">
          {print.error.message}
        </span>
      )}
    </>
  );
}

function Wish({ wanted }: Pick<Briefing, 'wanted'>) {
  const t = useBriefingWords();
  const [chosen, setChosen] = useState(wanted);
  const wish = useMutation({
    mutationFn: (next: boolean) => api.put('/api/briefing/wish', { wanted: next }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: briefingKey }),
    onError: () => setChosen(wanted),
  });
  const choose = (next: boolean) => {
    setChosen(next);
    wish.mutate(next);
  };
  return (
    <Checkbox checked={chosen} title={t.wishHint} onChange={({ target }) => choose(target.checked)}>
      {t.wish}
    </Checkbox>
  );
}

export function BriefingHead({ briefing }: { briefing: Briefing }) {
  const t = useBriefingWords();
  return (
    <>
      <div className="page-head briefing-head">
        <h1>
          {t.title} {dayText(briefing.day)}
        </h1>
        <span>{briefing.place}</span>
        <LiveChanges queryKey={briefingKey} />
        <span className="page-head-end row no-print">
          <Link to="/work">
            {t.work} <kbd>G W</kbd>
          </Link>
          <Wish wanted={briefing.wanted} />
          <Print />
        </span>
      </div>
      <p className="second briefing-edition">
        <Edition edition={briefing.edition} due={briefing.due} />
        <span>{t.asOf(asOfText(briefing.asOf))}</span>
        {briefing.hidden > 0 && <span>{t.hidden(briefing.hidden)}</span>}
        <HowCounted of="asOf" />
      </p>
    </>
  );
}
