import { type BodyForm, emptyBody, emptyMediator, type MediatorForm } from '../../../mediation/bodies.ts';
import { dayOf, now } from '../../../platform/now.ts';
import { readDay } from '../../../platform/readDay.ts';

/** Everything as it is typed: days, numbers and lists are text until they are sent. */
export type Typed = Record<string, string | boolean | readonly string[]>;

const day = (text: unknown): string | null => {
  const typed = String(text ?? '').trim();
  return typed === '' ? null : (readDay(typed, dayOf(now()), 'future') ?? typed);
};
const count = (text: unknown): number | string | null => {
  const typed = String(text ?? '').trim();
  return typed === '' ? null : /^\d+$/.test(typed) ? Number(typed) : typed;
};
const list = (text: unknown): string[] =>
  String(text ?? '')
    .split(/[、,，;；\s]+/)
    .filter(Boolean);
const orNull = (text: unknown): string | null => (text ? String(text) : null);

export const typedBody = (form: BodyForm): Typed => ({
  ...{ kind: form.kind, parentUnitId: form.parentUnitId ?? '', charges: form.charges, note: form.note },
  ...{ termFrom: form.termFrom ?? '', termTo: form.termTo ?? '', foundedOn: form.foundedOn ?? '' },
  ...{ members: String(form.members ?? ''), women: String(form.women ?? '') },
  ...{ sealKeptBy: form.sealKeptBy, address: form.address },
  team: form.team.map(({ postId, part }) => `${postId} ${part}`),
});

export const bodyInput = (typed: Typed): object => ({
  ...emptyBody,
  ...typed,
  parentUnitId: orNull(typed.parentUnitId),
  ...{ termFrom: day(typed.termFrom), termTo: day(typed.termTo), foundedOn: day(typed.foundedOn) },
  ...{ members: count(typed.members), women: count(typed.women) },
  team: (typed.team as readonly string[]).map((line) => {
    const [postId, part] = line.split(' ');
    return { postId, part };
  }),
});

export const typedMediator = (form: MediatorForm): Typed => ({
  ...{ skills: form.skills, fields: form.fields.join('、'), languages: form.languages.join('、') },
  ...{ termFrom: form.termFrom ?? '', termTo: form.termTo ?? '', status: form.status },
  ...{ studioUnitId: form.studioUnitId ?? '', note: form.note },
});

export const mediatorInput = (typed: Typed): object => ({
  ...emptyMediator,
  ...typed,
  ...{ fields: list(typed.fields), languages: list(typed.languages) },
  ...{ termFrom: day(typed.termFrom), termTo: day(typed.termTo), studioUnitId: orNull(typed.studioUnitId) },
});
