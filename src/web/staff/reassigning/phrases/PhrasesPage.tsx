import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { stepNames, stepOf } from '../../../../disputes/procedure.ts';
import { headsUnit } from '../../../../people/doors.ts';
import type { Phrase } from '../../../../reassigning/phrases.ts';
import { HeadRow } from '../../../../ui/HeadRow.tsx';
import { useLanguage } from '../../../../ui/i18n.ts';
import { Empty, PageState } from '../../../../ui/PageState.tsx';
import { Strip } from '../../../../ui/Strip.tsx';
import { TableScroll } from '../../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../../ui/usePageTitle.ts';
import { type ApiError, api } from '../../api.ts';
import { queryClient } from '../../queries.ts';
import { usePost } from '../../useMe.ts';
import { EditPhrase } from './EditPhrase.tsx';
import { allPhrasesQuery } from './queries.ts';
import { usePhraseWords } from './words.ts';

export const bodyOf = ({ body, steps, shared, position, active }: Phrase) => ({
  body,
  steps,
  shared,
  position,
  active,
});

type RowProps = { phrase: Phrase; keeps: boolean; onChange: () => void; onSwitch: () => void };

function Row({ phrase, keeps, onChange, onSwitch }: RowProps) {
  const t = usePhraseWords();
  const language = useLanguage();
  const names = stepNames
    .filter((name) => phrase.steps.includes(name))
    .map((name) => (language === 'zh' ? stepOf(name).label : stepOf(name).labelEn));
  return (
    <tr>
      <td>{phrase.body}</td>
      <td>{names.length > 0 ? names.join('、') : <span className="second">{t.everywhere}</span>}</td>
      <td className="nowrap">{phrase.shared ? t.shared : t.own}</td>
      <td className="number">{phrase.position}</td>
      <td className="nowrap">{phrase.active ? t.active : t.off}</td>
      <td className="nowrap">
        {keeps && (
          <span className="row">
            <Button size="small" onClick={onChange}>
              {t.change}
            </Button>
            <Button size="small" onClick={onSwitch}>
              {phrase.active ? t.stop : t.again}
            </Button>
          </span>
        )}
      </td>
    </tr>
  );
}

/** Words written again and again: one's own, and those of the unit. */
export function PhrasesPage() {
  const t = usePhraseWords();
  const { role } = usePost();
  const [editing, setEditing] = useState<Phrase | 'new' | null>(null);
  const [done, setDone] = useState(false);
  usePageTitle(t.title);
  const query = useQuery(allPhrasesQuery);
  const heads = headsUnit(role);
  const changed = () => {
    setEditing(null);
    setDone(true);
    void queryClient.invalidateQueries({ queryKey: ['phrases'] });
  };
  const change = useMutation<unknown, ApiError, Phrase>({
    mutationFn: (phrase) => api.put(`/api/phrases/${phrase.id}`, bodyOf({ ...phrase, active: !phrase.active })),
    onSuccess: changed,
  });
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.title}</h1>
        <span className="second">{t.intro}</span>
        <Button type="primary" className="page-head-end" onClick={() => setEditing('new')}>
          {t.add}
        </Button>
      </div>
      {done && <Strip onClose={() => setDone(false)}>{t.saved}</Strip>}
      {change.error && <Strip tone="late">{change.error.message}</Strip>}
      <PageState query={query}>
        {(phrases) =>
          phrases.length === 0 ? (
            <Empty>{t.none}</Empty>
          ) : (
            <TableScroll label={t.title}>
              <table className="table">
                <HeadRow heads={[t.body, t.steps, t.whose, t.position, t.state, '']} />
                <tbody>
                  {phrases.map((phrase) => (
                    <Row
                      key={phrase.id}
                      phrase={phrase}
                      keeps={phrase.mine || heads}
                      onChange={() => setEditing(phrase)}
                      onSwitch={() => change.mutate(phrase)}
                    />
                  ))}
                </tbody>
              </table>
            </TableScroll>
          )
        }
      </PageState>
      {editing && (
        <EditPhrase
          phrase={editing === 'new' ? null : editing}
          mayShare={heads}
          onClose={() => setEditing(null)}
          onDone={changed}
        />
      )}
    </div>
  );
}
