import type { TSchema } from 'typebox';
import type { ReportRules } from '../disputes/reportRules.ts';

export type QuestionKind = 'choice' | 'tick' | 'number' | 'day' | 'line' | 'text';
export type Question = { name: string; kind: QuestionKind; required: boolean };

/** The part of a schema that says what is asked. */
type Shape = {
  title?: string;
  type?: string;
  anyOf?: readonly Shape[];
  enum?: readonly unknown[];
  const?: unknown;
  properties?: Readonly<Record<string, Shape>>;
  required?: readonly string[];
  items?: Shape;
  minItems?: number;
  maxLength?: number;
  pattern?: string;
};

/** Filled in by the page itself: nobody is asked. */
const silent = new Set(['commandId', 'seenVersion', 'creditCodeConfirmed', 'uploads', 'ticketId', 'visitId']);
const LONG = 300;

const isNull = ({ type }: Shape): boolean => type === 'null';
const nullable = ({ anyOf }: Shape): boolean => anyOf?.some(isNull) ?? false;

/** What stays when "or nothing" is taken away. */
function present(shape: Shape): Shape {
  const branches = shape.anyOf?.filter((branch) => !isNull(branch)) ?? [];
  const [only] = branches;
  if (branches.length === 1 && only) return { ...only, ...(shape.title !== undefined && { title: shape.title }) };
  return shape;
}

function kindOf(shape: Shape): QuestionKind {
  if (shape.enum || shape.anyOf) return 'choice';
  if (shape.type === 'boolean') return 'tick';
  if (shape.type === 'integer' || shape.type === 'number') return 'number';
  if (shape.pattern?.includes('{4}-')) return 'day';
  return (shape.maxLength ?? 0) >= LONG ? 'text' : 'line';
}

function questions(shape: Shape, name: string, required: boolean): Question[] {
  const own = present(shape);
  if (own.properties) return ofObject(own, required);
  // A list asks its questions once for each row; at least one row where the form wants one.
  if (own.items) {
    const item = present(own.items);
    const asked = required && (own.minItems ?? 0) > 0;
    return item.properties ? ofObject(item, asked) : [{ name: own.title ?? name, kind: kindOf(item), required: asked }];
  }
  return [{ name: own.title ?? name, kind: kindOf(own), required }];
}

function ofObject({ properties = {}, required = [] }: Shape, asked: boolean): Question[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    if (silent.has(name)) return [];
    return questions(field, name, asked && required.includes(name) && !nullable(field));
  });
}

/** Every question that a form asks, by the schema that checks it. */
export const questionsOf = (schema: TSchema): Question[] => questions(schema as unknown as Shape, '', true);

/** Filling it in once: each required question, and the share of people who answer an optional one. */
export function secondsOf(
  asked: readonly Question[],
  { seconds, optionalPercent }: Pick<ReportRules, 'seconds' | 'optionalPercent'>,
): number {
  return asked.reduce((sum, { kind, required }) => sum + seconds[kind] * (required ? 1 : optionalPercent / 100), 0);
}

/** Hours a year, with one decimal. */
export const hoursOf = (times: number, seconds: number): number => Math.round((times * seconds) / 360) / 10;

/** What one more required question costs a year, by who fills the form in. */
export function costOfQuestion(
  byRole: readonly { role: string; times: number }[],
  kind: QuestionKind,
  { seconds }: Pick<ReportRules, 'seconds'>,
): { times: number; hours: number; byRole: { role: string; hours: number }[] } {
  const times = byRole.reduce((sum, each) => sum + each.times, 0);
  return {
    times,
    hours: hoursOf(times, seconds[kind]),
    byRole: byRole.map(({ role, times: own }) => ({ role, hours: hoursOf(own, seconds[kind]) })),
  };
}
