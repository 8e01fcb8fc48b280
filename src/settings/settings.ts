import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Day } from '../platform/now.ts';

export type SettingVersion<T = unknown> = {
  readonly countyCode: string;
  readonly version: number;
  readonly effectiveFrom: Day;
  readonly basis: string;
  readonly value: T;
  /** The parts that it left as they were, each with the version since which it is so; all others are new in it. */
  readonly since?: Readonly<Record<string, number>>;
};

type Chosen = { readonly countyCode: string; readonly day: Day; readonly pinned?: number | undefined };

/**
 * The version that holds: of the county's own the newest in effect on the day, else of the city's. A pinned number names
 * exactly its version. Throws where there is none: a county without rules cannot work, and nobody can guess them.
 */
export function pickVersion<T>(
  versions: readonly SettingVersion<T>[],
  city: string,
  chosen: Chosen,
): SettingVersion<T> {
  const { countyCode, day, pinned } = chosen;
  const candidates = versions.filter((each) =>
    pinned === undefined ? each.effectiveFrom <= day : each.version === pinned,
  );
  for (const holder of [countyCode, city]) {
    const own = candidates.filter((each) => each.countyCode === holder).toSorted((a, b) => b.version - a.version);
    if (own[0]) return own[0];
  }
  const which = pinned === undefined ? `in effect on ${day}` : `with number ${pinned}`;
  throw new Error(`no rules for ${countyCode} ${which}`);
}

/** One count for all counties of a key: a number that a matter is pinned to never comes to mean another version. */
export const nextVersionNumber = (versions: readonly Pick<SettingVersion, 'version'>[]): number =>
  Math.max(0, ...versions.map(({ version }) => version)) + 1;

/** The versions with values that fit their schema; throws with place and reason at the first that does not. */
export function checkedVersions<S extends TSchema>(
  schema: S,
  key: string,
  versions: readonly SettingVersion[],
): SettingVersion<Static<S>>[] {
  const compiled = Compile(schema);
  return versions.map((version) => {
    const { value } = version;
    if (compiled.Check(value)) return { ...version, value: value as Static<S> };
    const [error] = compiled.Errors(value);
    const place = `${key}, ${version.countyCode}, version ${version.version}`;
    throw new Error(
      `setting_version (${place}) does not fit its schema at "${error?.instancePath}": ${error?.message}`,
    );
  });
}
