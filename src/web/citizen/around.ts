import type { Network } from '../../network/lookup.ts';
import type { CountyShortNames } from '../../platform/disputeCode.ts';
import { spokenCenter } from '../../residents/residentInput.ts';
import type { Frame } from './layout.ts';

export type Around = Omit<Frame, 'title' | 'errors'>;

export const LARGE_COOKIE = 'fengqiao_large';

/** 迎泽 → 140106, as people say and write it. */
export function countyNames(network: Network): CountyShortNames {
  const counties = network.regions.filter(({ level }) => level === 'city' || level === 'county');
  return Object.fromEntries(counties.map(({ code, name }) => [code, name.replace(/[区县市]$/, '')]));
}

/** The frame of a page about a code; a code that nobody holds gets the same center and telephone as its neighbors. */
export function around(network: Network, code: string | null, large: boolean, path: string): Around {
  const center = code === null ? undefined : network.unit(`${code.slice(0, 6)}-center`);
  return {
    large,
    path,
    print: code === null ? '/c/paper' : `/c/paper?code=${code}`,
    centerName: center ? spokenCenter(center) : null,
    phone: center?.phone ?? null,
  };
}

/** Whom one can call before there is a code: the centers of city and counties that have a number. */
export function centerPhones(network: Network): { name: string; phone: string }[] {
  return network.units.flatMap((unit) =>
    unit.kind === 'center' && (unit.level === 'city' || unit.level === 'county') && unit.active && unit.phone
      ? [{ name: spokenCenter(unit), phone: unit.phone }]
      : [],
  );
}

/** Only a page of ours may be gone back to. */
export function safeBack(back: string | undefined): string {
  return back !== undefined && /^\/c(\/[\w-]+)*(\?[\w=&-]*)?$/.test(back) ? back : '/c';
}
