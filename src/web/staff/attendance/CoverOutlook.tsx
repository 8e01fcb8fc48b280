import { useQuery } from '@tanstack/react-query';
import { isDay } from '../../../platform/now.ts';
import { useSettled } from '../../../ui/useSettled.ts';
import { type ApiError, api } from '../api.ts';
import { useAbsenceWords } from './absenceWords.ts';

type Asked = { postId: string; from: string; to: string; coverByPostId?: string | undefined };
type Outlook = {
  name: string;
  owed: number;
  restricted: number;
  cover: string | null;
  granted: boolean;
  period: string;
};

/** What goes to whoever covers, what does not, and whether it still has to be agreed to. */
export function CoverOutlook({ asked }: { asked: Asked }) {
  const t = useAbsenceWords();
  const settled = JSON.parse(useSettled(JSON.stringify(asked), 300)) as Asked;
  const ready = settled.postId !== '' && isDay(settled.from) && isDay(settled.to);
  const query = useQuery<Outlook, ApiError>({
    queryKey: ['absences', 'outlook', settled],
    enabled: ready,
    retry: false,
    queryFn: () => api.post<Outlook>('/api/absences/previews', settled),
  });
  if (query.error) return <p className="late-text">{query.error.message}</p>;
  const { data } = query;
  if (!data) return null;
  const cover =
    data.cover === null ? t.noCoverYet : data.granted ? t.grantedAtOnce(data.cover, data.period) : t.waits(data.cover);
  return (
    <section className="consequences" aria-label={t.happens}>
      <h3>{t.happens}</h3>
      <p>{cover}</p>
      <p>{t.owed(data.name, data.owed - data.restricted)}</p>
      {data.restricted > 0 && <p>{t.restrictedOf(data.restricted)}</p>}
    </section>
  );
}
