import { canonical } from './differences.ts';
import type { SettingVersion } from './settings.ts';
import { isBag, partsOf, type Shape } from './shape.ts';

/** The parts of the rules that somebody works by; at least one. */
export type Parts = readonly [string, ...string[]];

type Dated = Pick<SettingVersion, 'version' | 'since'>;

/** In which version a part of the rules last became another one. */
const partSince = ({ version, since }: Dated, part: string): number => since?.[part] ?? version;

/** The number by which a matter keeps these parts: the version since which none of them has changed. */
export const pinOf = (version: Dated, parts: Parts): number =>
  Math.max(...parts.map((part) => partSince(version, part)));

/** The parts that a new value leaves as the version before has them, each with the version that made it so. */
export function keptSince(before: SettingVersion, value: unknown): Record<string, number> {
  const had = isBag(before.value) ? before.value : {};
  const kept = Object.entries(isBag(value) ? value : {}).filter(
    ([part, own]) => canonical(own) === canonical(had[part]),
  );
  return Object.fromEntries(kept.map(([part]) => [part, partSince(before, part)]));
}

/** The names of the parts that are new in a version; nothing where all of it is, as in what shipped. */
export function newParts(shape: Shape, { since = {} }: Pick<SettingVersion, 'since'>): string[] {
  if (Object.keys(since).length === 0) return [];
  return partsOf(shape).flatMap(([key, part]) => (since[key] === undefined && part.title ? [part.title] : []));
}
