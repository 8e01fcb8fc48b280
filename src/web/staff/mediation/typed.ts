import { type BodyForm, emptyBody, emptyMediator, type MediatorForm, memberParts } from '../../../mediation/bodies.ts';
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
  ...Object.fromEntries(
    memberParts.map((part) => [part, form.team.filter((each) => each.part === part).map(({ postId }) => postId)]),
  ),
});

/** Each part has its own list of people: 法官, 检察官, 警官, 律师 … */
function teamOf(typed: Typed): BodyForm['team'] {
  return memberParts.flatMap((part) => ((typed[part] ?? []) as readonly string[]).map((postId) => ({ postId, part })));
}

export const bodyInput = ({ kind, charges, note, sealKeptBy, address, ...typed }: Typed): object => ({
  ...emptyBody,
  ...{ kind, charges, note, sealKeptBy, address, parentUnitId: orNull(typed.parentUnitId) },
  ...{ termFrom: day(typed.termFrom), termTo: day(typed.termTo), foundedOn: day(typed.foundedOn) },
  ...{ members: count(typed.members), women: count(typed.women), team: kind === 'team' ? teamOf(typed) : [] },
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
