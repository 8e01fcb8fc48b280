import { type Static, Type } from 'typebox';
import { refuse } from '../platform/refusal.ts';
import { type Drafter, type RuleDraft, requireDrafter } from './draft.ts';
import { newestOf } from './publishDraft.ts';
import type { SettingVersion } from './settings.ts';

export const StartDraftInput = Type.Object(
  {
    county: Type.String({ pattern: '^[0-9]{6}$', title: '区县' }),
    /** What it starts as: the rules of the county, the city's, or an earlier version. */
    from: Type.Union([Type.Literal('county'), Type.Literal('city'), Type.Literal('version')], {
      title: '从哪一版改起',
    }),
    version: Type.Optional(
      Type.Object(
        { countyCode: Type.String({ pattern: '^[0-9]{6}$' }), version: Type.Integer({ minimum: 1 }) },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
export type StartDraftInput = Static<typeof StartDraftInput>;

type Starting = {
  readonly versions: readonly SettingVersion[];
  /** The versions that hold today, in the county and in the city. */
  readonly inEffect: SettingVersion;
  readonly city: SettingVersion;
  readonly id: string;
  readonly now: Date;
};

function sourceOf(input: StartDraftInput, base: SettingVersion, { versions, city }: Starting): SettingVersion {
  if (input.from === 'county') return base;
  if (input.from === 'city') return city;
  const { countyCode, version } = input.version ?? {};
  const found = versions.find((each) => each.countyCode === countyCode && each.version === version);
  return found ?? refuse('notFound', 'noSuchVersion', '没有这一版规则。');
}

/** Begins the next version. It is compared with the county's newest version, or with the city's where it has none. */
export function startDraft(input: StartDraftInput, actor: Drafter, starting: Starting): RuleDraft {
  requireDrafter(actor, input.county);
  const base = newestOf(starting.versions, input.county) ?? starting.inEffect;
  const source = sourceOf(input, base, starting);
  const note = source === base ? '' : `从${source.basis}（第 ${source.version} 版）改起。`;
  return {
    id: starting.id,
    countyCode: input.county,
    state: 'draft',
    value: source.value,
    effectiveFrom: null,
    basis: '',
    note: input.from === 'city' && source !== base ? '回到市里的规则。' : note,
    base: { countyCode: base.countyCode, version: base.version },
    revision: 1,
    authorId: actor.userId,
    editorIds: [actor.userId],
    savedBy: actor.userId,
    savedAt: starting.now,
  };
}
