import { Button, Input } from 'antd';
import { useState } from 'react';
import type { PlaceView, Subject } from '../../../scans/scanViews.ts';
import { AskReason } from '../../../ui/AskReason.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Pick, type PickOption } from '../../../ui/Pick.tsx';
import type { ApiError } from '../api.ts';
import { placeValue } from './group.ts';
import { usePlaces, type Wanted } from './queries.ts';
import { useScanWords } from './words.ts';

type Props = {
  pages: readonly number[];
  /** Where the first of them probably goes. */
  proposed: PlaceView | null;
  /** The dispute that somebody came to scan for, where the page says nothing. */
  of: string;
  filing: boolean;
  asiding: { isPending: boolean; error: ApiError | null };
  onFile: (papers: Wanted[]) => void;
  onAside: (reason: string) => void;
};

const optionOf = (subject: Subject): PickOption => ({ value: placeValue(subject), label: subject.label, initials: '' });

/** The person says where the chosen pages go, or why they go nowhere. */
export function ByHand({ pages, proposed, of, filing, asiding, onFile, onAside }: Props) {
  const t = useScanWords();
  const [code, setCode] = useState(proposed?.code ?? of);
  const [place, setPlace] = useState(proposed ? placeValue(proposed) : '');
  const [aside, setAside] = useState(false);
  const digits = code.replace(/\D/g, '');
  const places = usePlaces(digits);
  const subjects = places.data?.subjects ?? [];
  const subject = subjects.find((each) => placeValue(each) === place);
  return (
    <section className="scan-by-hand" aria-label={t.chosen(pages.length)}>
      <h2>{t.chosen(pages.length)}</h2>
      {aside ? (
        <AskReason
          name="reason"
          label={t.asideWhy}
          hint={t.asideHint}
          act={t.asideAct}
          leave={t.leave}
          pending={asiding.isPending}
          error={asiding.error}
          onSend={onAside}
          onLeave={() => setAside(false)}
        />
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (subject)
              onFile([{ code: digits, form: subject.form, subjectId: subject.subjectId, pages: [...pages] }]);
          }}
        >
          <Field
            name="code"
            label={t.code}
            error={places.error?.message}
            hint={places.data ? `${places.data.codeShort} · ${places.data.title}` : t.codeHint}
          >
            {(control) => (
              <Input {...control} inputMode="numeric" value={code} onChange={({ target }) => setCode(target.value)} />
            )}
          </Field>
          <Field name="place" label={t.place} hint={places.data?.ended ?? undefined}>
            {(control) => (
              <Pick
                control={control}
                options={subjects.map(optionOf)}
                value={subject ? place : ''}
                loading={places.isFetching}
                placeholder={places.data ? t.place : t.placeEmpty}
                nothingFound={t.nothingFound}
                onChange={setPlace}
              />
            )}
          </Field>
          <div className="row">
            <Button type="primary" htmlType="submit" disabled={!subject} loading={filing}>
              {t.fileThese}
            </Button>
            <Button onClick={() => setAside(true)}>{t.aside}</Button>
          </div>
        </form>
      )}
    </section>
  );
}
