import { Type } from 'typebox';
import type { Answer, Decision } from '../matters/decision.ts';
import { StepInput } from '../matters/fields.ts';
import { isDay } from '../platform/now.ts';
import { invalid, Refusal } from '../platform/refusal.ts';
import type { Door, DoorField, DoorWay } from './door.ts';

export const FillDoorInput = StepInput({
  answers: Type.Record(Type.String({ pattern: '^[a-zA-Z]{1,40}$' }), Type.String({ maxLength: 4000 }), {
    maxProperties: 40,
    title: '填的内容',
  }),
  clear: Type.Optional(Type.Array(Type.String({ pattern: '^[a-zA-Z]{1,40}$' }), { maxItems: 40, title: '要清掉的' })),
});
export type FillDoorInput = { answers: Record<string, string>; clear?: string[] };

const money = /^\d{1,12}(\.\d{1,2})?$/;

function check({ name, kind, label, options = [] }: DoorField, value: string): void {
  const wrong = (sentence: string) => invalid('invalidAnswer', `answers.${name}`, sentence);
  if (kind === 'day' && !isDay(value)) throw wrong(`${label}：写成 2026-10-16 这样的日子。`);
  if (kind === 'money' && !money.test(value)) throw wrong(`${label}：只写数字，例如 12000 或者 12000.50。`);
  if (kind === 'pick' && !options.includes(value)) throw wrong(`${label}：从列出的里面选。`);
}

/**
 * What changes of a form. A protected line comes back blank from the page that showed it as filled: that erases nothing, and
 * neither does a line that was not sent. Only `clear` takes a line away.
 */
export function answersOf(fields: readonly DoorField[], { answers, clear = [] }: FillDoorInput): Answer[] {
  const known = new Map(fields.map((field) => [field.name, field]));
  const unknown = [...Object.keys(answers), ...clear].find((name) => !known.has(name));
  if (unknown !== undefined) throw new Refusal('invalid', 'unknownAnswer', `这份申请书没有「${unknown}」这一项。`);
  const typed = Object.entries(answers).flatMap(([name, text]): Answer[] => {
    const field = known.get(name);
    const value = text.trim();
    if (!field || (value === '' && field.protect)) return [];
    if (value !== '') check(field, value);
    return [{ field: name, value: value === '' ? null : value, protect: field.protect ?? false }];
  });
  const cleared = clear.filter((name) => !answers[name]?.trim());
  return [
    ...typed.filter(({ field }) => !cleared.includes(field)),
    ...cleared.map((field): Answer => ({ field, value: null, protect: known.get(field)?.protect ?? false })),
  ];
}

/** What its applicants alone know; the words themselves are kept apart from the event. */
export function fillDoor(_door: Door, way: DoorWay, input: FillDoorInput): Decision {
  const answers = answersOf(way.fields, input);
  if (answers.length === 0) throw new Refusal('invalid', 'nothingTyped', '还没有填什么，填了再记。');
  return { type: 'fillDoor', data: { fields: answers.map(({ field }) => field) }, answers };
}

/** The fields that stand filled after it. */
export function answeredAfter(
  { answered }: Pick<Door, 'answered'>,
  { answers = [] }: Pick<Decision, 'answers'>,
): string[] {
  const gone = answers.flatMap(({ field, value }) => (value === null ? [field] : []));
  const added = answers.flatMap(({ field, value }) => (value === null ? [] : [field]));
  return [...new Set([...answered.filter((name) => !gone.includes(name)), ...added])].toSorted();
}

/** What the form still lacks, with who can bring it. */
export const missingFields = ({ answered }: Pick<Door, 'answered'>, { fields }: Pick<DoorWay, 'fields'>): DoorField[] =>
  fields.filter(({ name, must }) => must === true && !answered.includes(name));
