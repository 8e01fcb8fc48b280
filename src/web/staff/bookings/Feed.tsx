import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { tableDay, tableTime } from '../../../ui/dates.ts';
import { Field } from '../../../ui/Field.tsx';
import { PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { feedQuery, useBookingAct } from './queries.ts';
import { useBookingWords } from './words.ts';

/** The own time in another program: an address is made, made anew, ended. */
export function Feed() {
  const t = useBookingWords();
  const [link, setLink] = useState<string | null>(null);
  const [ended, setEnded] = useState(false);
  const make = useBookingAct<{ link: string }>('/api/bookings/feed', (made) => {
    setLink(made.link);
    setEnded(false);
  });
  const end = useBookingAct('/api/bookings/feed/endings', () => {
    setLink(null);
    setEnded(true);
  });
  const query = useQuery(feedQuery);
  const problem = make.error ?? end.error;
  return (
    <section className="section stack" aria-labelledby="feed-head">
      <h2 id="feed-head">{t.feed}</h2>
      {problem && <Strip tone="late">{problem.message}</Strip>}
      {ended && <Strip onClose={() => setEnded(false)}>{t.feedEnded}</Strip>}
      <PageState query={query}>
        {({ since, askedAt }) => (
          <>
            <p>{since === null ? t.feedNone : t.feedSince(tableDay(since))}</p>
            {askedAt !== null && <p className="second">{t.feedAsked(tableTime(askedAt))}</p>}
            {link !== null && (
              <Field name="link" label={t.feedLink}>
                {(control) => <Input {...control} readOnly value={link} onFocus={(event) => event.target.select()} />}
              </Field>
            )}
            <p className="row">
              <Button loading={make.isPending} onClick={() => make.mutate({})}>
                {since === null ? t.feedMake : t.feedAgain}
              </Button>
              {since !== null && (
                <Button loading={end.isPending} onClick={() => end.mutate({})}>
                  {t.feedEnd}
                </Button>
              )}
            </p>
          </>
        )}
      </PageState>
    </section>
  );
}
