import type { TSchema } from 'typebox';
import type { Deps } from '../platform/deps.ts';
import type { Gate } from '../platform/gate.ts';
import type { Remarks } from './draft.ts';
import type { SettingVersion } from './settings.ts';
import type { Shape } from './shape.ts';

/** What settings cannot know of the rules they keep: the modules that own them stand below, so the server hands it over. */
export type RulesKnowledge = {
  readonly key: string;
  readonly schema: TSchema;
  /** A version that was stored before a rule existed, filled up with what ships. */
  complete(version: SettingVersion): SettingVersion;
  /** Could one work by it? What it still lacks for being handed in is another matter. */
  fits(value: unknown): boolean;
  /** Does the value fit, and is what differs from `before` allowed? */
  remarks(before: unknown, after: unknown): Remarks;
  /** Units and people of another county that the value names, in words. */
  strangers(value: unknown, countyCode: string): string[];
};

export type SettingsDeps = Deps & {
  readonly gate: Gate;
  readonly rules: RulesKnowledge;
  readonly reference: {
    current(): { readonly counties: readonly string[]; rulesOn(countyCode: string, day: string): SettingVersion };
    refresh(): Promise<void>;
  };
};

/** The schema as it travels: what TypeBox keeps besides is not for JSON. */
export const shapeOf = (rules: Pick<RulesKnowledge, 'schema'>): Shape =>
  JSON.parse(JSON.stringify(rules.schema)) as Shape;

export const tags = ['规则 settings'];
