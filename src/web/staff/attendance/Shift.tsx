import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { DutyLogPage, ShiftHandover, ShiftView } from '../../../attendance/rosterViews.ts';
import { spokenHead } from '../../../attendance/spokenHead.ts';
import { formatClock, now } from '../../../platform/now.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { clockTime } from '../../../ui/dates.ts';
import { Field } from '../../../ui/Field.tsx';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { clockIn } from '../../../ui/typed.ts';
import { useDutyWords } from './duty/words.ts';
import { Entry } from './Entry.tsx';
import { useAct } from './queries.ts';

type Props = { shift: ShiftView; page: DutyLogPage };
const keyOf = ({ shift, page }: Props) => ({ centerId: page.center.id, day: page.day, shift: shift.code });

/** Written where it stands: no dialog between two lines of a busy evening. */
function WriteLine(props: Props) {
  const t = useDutyWords();
  const [body, setBody] = useState('');
  const [time, setTime] = useState('');
  const [open, setOpen] = useState(false);
  const act = useAct<object>('/api/duty-log/entries', ['duty'], () => {
    setBody('');
    setTime('');
    setOpen(false);
  });
  const errors = act.error?.fields ?? {};
  const save = () => act.mutate({ ...keyOf(props), at: clockIn(time) || formatClock(now()), body: body.trim(), open });
  const { code } = props.shift;
  return (
    <form
      className="duty-entry"
      aria-label={t.write}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field name={`at-${code}`} label={t.at} error={errors.at}>
        {(control) => (
          <Input
            {...control}
            style={{ width: 88 }}
            value={time}
            placeholder={formatClock(now())}
            onChange={(event) => setTime(event.target.value)}
          />
        )}
      </Field>
      <span className="duty-entry-words">
        <Field
          name={`body-${code}`}
          label={t.body}
          error={errors.body ?? (act.error && !errors.at ? act.error.message : undefined)}
          limit={1000}
          typed={body}
        >
          {(control) => <Input {...control} value={body} onChange={(event) => setBody(event.target.value)} />}
        </Field>
      </span>
      <Checkbox checked={open} onChange={(event) => setOpen(event.target.checked)}>
        {t.keepOpen}
      </Checkbox>
      <Button htmlType="submit" loading={act.isPending}>
        {t.save}
      </Button>
    </form>
  );
}

function Give(props: Props & { onClose: () => void }) {
  const t = useDutyWords();
  const [words, setWords] = useState('');
  const act = useAct<object>('/api/duty-log/handovers', ['duty'], props.onClose);
  return (
    <ActDialog
      title={t.giveTitle(props.shift.name)}
      act={t.giveAct}
      leave={t.giveLeave}
      isPending={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ ...keyOf(props), words: words.trim() })}
      onClose={props.onClose}
    >
      <p>{t.giveTold}</p>
      <Field name="words" label={t.giveWords} error={act.error?.fields.words} limit={500} typed={words}>
        {(control) => (
          <Input.TextArea {...control} rows={3} value={words} onChange={(event) => setWords(event.target.value)} />
        )}
      </Field>
    </ActDialog>
  );
}

function Signed({ handover, ...props }: Props & { handover: ShiftHandover }) {
  const t = useDutyWords();
  const take = useAct<object>('/api/duty-log/takeovers', ['duty']);
  return (
    <>
      {handover.words && <p>{handover.words}</p>}
      <p className="duty-sign">
        <span>
          <StateIcon shape="done" /> {t.given(handover.givenBy, clockTime(handover.givenAt))}
        </span>
        {handover.takenBy && handover.takenAt ? (
          <span>
            <StateIcon shape="done" /> {t.taken(handover.takenBy, clockTime(handover.takenAt))}
          </span>
        ) : (
          <span>
            <StateIcon shape="dueSoon" /> {t.notTaken}
          </span>
        )}
        {handover.mayTake && (
          <Button size="small" loading={take.isPending} onClick={() => take.mutate(keyOf(props))}>
            {t.take}
          </Button>
        )}
        <span className="second">
          {t.kept} <b className="chain-head">{spokenHead(handover.chainHead)}</b>
          {handover.chainMatches === true && ` ✓ ${t.matches}`}
        </span>
      </p>
      {handover.chainMatches === false && (
        <p className="late-text">
          <StateIcon shape="overdue" /> {t.differs}
        </p>
      )}
      {take.error && <p className="late-text">{take.error.message}</p>}
    </>
  );
}

/** One shift: who stands it, what was written, and its two signatures. */
export function Shift(props: Props) {
  const t = useDutyWords();
  const { shift } = props;
  const [giving, setGiving] = useState(false);
  const people = shift.onDuty.map(({ part, name, phone }) =>
    [part === 'leader' ? `${name}（${t.leads}）` : name, phone].filter(Boolean).join(' '),
  );
  return (
    <section className="duty-shift" aria-labelledby={`shift-${shift.code}`}>
      <div className="section-head">
        <h2 id={`shift-${shift.code}`}>
          {shift.name} {shift.from}–{shift.to}
        </h2>
        {shift.running && <b>{t.running}</b>}
        <span>{people.length > 0 ? t.onDuty(people.join('、')) : t.noRoster}</span>
        {shift.mayGive && (
          <Button size="small" onClick={() => setGiving(true)}>
            {t.give}
          </Button>
        )}
      </div>
      {shift.entries.length === 0 && <p className="second">{t.noEntries}</p>}
      <ul className="duty-entries">
        {shift.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
      {shift.mayWrite && <WriteLine {...props} />}
      {shift.handover && <Signed {...props} handover={shift.handover} />}
      {giving && <Give {...props} onClose={() => setGiving(false)} />}
    </section>
  );
}
