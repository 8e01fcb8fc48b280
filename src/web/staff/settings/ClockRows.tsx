import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { now } from '../../../platform/now.ts';
import { canonical } from '../../../settings/differences.ts';
import { isBag, type Path, pathText, rowShape, type Shape } from '../../../settings/shape.ts';
import { rowName } from '../../../settings/speak.ts';
import { clockSentence, exampleEnd, isClockRule } from './clockSentence.ts';
import { useRuleForm } from './formContext.ts';
import { GroupFields } from './GroupFields.tsx';
import { calendarQuery } from './queries.ts';
import { useSettingsWords } from './words.ts';

type RowProps = { shape: Shape; path: Path; name: string; row: unknown; was: unknown };

/** What the rule means for somebody who starts today, computed as the server will. */
function Example({ row }: { row: unknown }) {
  const t = useSettingsWords();
  const { value } = useRuleForm();
  const { data: calendar } = useQuery(calendarQuery);
  if (!calendar || !isClockRule(row)) return null;
  const end = exampleEnd(row, calendar, isBag(value) ? value.office : undefined, now());
  return end === null ? null : <span className="rule-example">{t.example(end)}</span>;
}

function MapRow({ shape, path, name, row, was }: RowProps) {
  const t = useSettingsWords();
  const { errors, set, basis } = useRuleForm();
  const [opened, setOpened] = useState(false);
  const changed = canonical(row) !== canonical(was);
  const place = `${pathText(path)}.`;
  const wrong = Object.keys(errors).filter((field) => field.startsWith(place)).length;
  const clock = isClockRule(row) ? row : null;
  const needsBasis = errors[`${place}basis`] !== undefined && basis.trim() !== '';
  return (
    <details
      className="rule-clock"
      open={opened || wrong > 0}
      onToggle={(event) => setOpened(event.currentTarget.open)}
    >
      <summary>
        <b>{name}</b>
        {changed && <span className="rule-mark">{t.changed}</span>}
        {wrong > 0 && <span className="late-text">{t.problemCount(wrong)}</span>}
        {clock && <span className="rule-sentence">{clockSentence(clock)}</span>}
        {clock && <span className="second">{t[clock.status]}</span>}
      </summary>
      <div className="rule-clock-body">
        <Example row={row} />
        <GroupFields shape={shape} path={path} value={row} />
        <div className="row">
          {needsBasis && <Button onClick={() => set([...path, 'basis'], basis)}>{t.useBasis}</Button>}
          {changed && was !== undefined && <Button onClick={() => set(path, was)}>{t.reset}</Button>}
        </div>
      </div>
    </details>
  );
}

/** The rows of a map, each closed until it is wanted: its name, what it says in a sentence, whose default it is. */
export function ClockRows({ shape, path, value }: { shape: Shape; path: Path; value: unknown }) {
  const { before } = useRuleForm();
  const was = path.reduce<unknown>((at, key) => (isBag(at) ? at[key] : undefined), before);
  if (!isBag(value)) return null;
  // The database does not keep the order of keys; the base was filled up in ours.
  const keys = [...new Set([...Object.keys(isBag(was) ? was : {}), ...Object.keys(value)])];
  return keys.map((key) => (
    <MapRow
      key={key}
      shape={rowShape(shape)}
      path={[...path, key]}
      name={rowName(shape, key, value[key])}
      row={value[key]}
      was={isBag(was) ? was[key] : undefined}
    />
  ));
}
