import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { AdminResetView } from '../../../people/views.ts';
import { tableTime } from '../../../ui/dates.ts';
import { makeCatalog } from '../../../ui/i18n.ts';
import { Strip } from '../../../ui/Strip.tsx';
import { type ApiError, api } from '../api.ts';
import { queryClient } from '../queries.ts';
import { OneTimeStrip } from './OneTimeStrip.tsx';

const useWords = makeCatalog({
  zh: {
    password: (by: string, name: string) => `${by}申请给「${name}」重设密码。要另一位管理员确认才生效，一天内有效。`,
    secondFactor: (by: string, name: string) =>
      `${by}申请给「${name}」解除手机令牌。要另一位管理员确认才生效，一天内有效。`,
    waits: '在等另一位管理员确认',
    confirm: '当面问过本人，确认',
    refuse: '不同意',
  },
  en: {
    password: (by: string, name: string) =>
      `${by} asks for a new password for “${name}”. It takes effect when another administrator confirms, within a day.`,
    secondFactor: (by: string, name: string) =>
      `${by} asks to remove the token of “${name}”. It takes effect when another administrator confirms, within a day.`,
    waits: 'Waiting for another administrator',
    confirm: 'Asked the person; confirm',
    refuse: 'Refuse',
  },
});

type Told = { name: string; oneTimePassword?: string };

/** What one administrator asked for about another: shown to each of the three, decided by whoever did not ask. */
export function AdminResets() {
  const t = useWords();
  const [told, setTold] = useState<Told | null>(null);
  const { data } = useQuery({
    queryKey: ['adminResets'],
    queryFn: () => api.get<{ items: AdminResetView[] }>('/api/admin-resets'),
  });
  const decide = useMutation<{ oneTimePassword?: string }, ApiError, { row: AdminResetView; noun: string }>({
    mutationFn: ({ row, noun }) => api.post(`/api/admin-resets/${row.id}/${noun}`),
    onSuccess: (answer, { row }) => setTold({ name: row.name, ...answer }),
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ['adminResets'] }),
  });
  return (
    <>
      {decide.error && <Strip tone="late">{decide.error.message}</Strip>}
      {told?.oneTimePassword && (
        <OneTimeStrip name={told.name} oneTimePassword={told.oneTimePassword} onClose={() => setTold(null)} />
      )}
      {data?.items.map((row) => (
        <Strip
          key={row.id}
          tone="info"
          standing
          actions={
            row.mine ? (
              t.waits
            ) : (
              <>
                <Button size="small" onClick={() => decide.mutate({ row, noun: 'confirmations' })}>
                  {t.confirm}
                </Button>
                <Button size="small" onClick={() => decide.mutate({ row, noun: 'refusals' })}>
                  {t.refuse}
                </Button>
              </>
            )
          }
        >
          {t[row.what](row.askedBy, row.name)} {tableTime(row.askedAt)}
        </Strip>
      ))}
    </>
  );
}
