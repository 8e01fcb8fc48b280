import { roles } from '../platform/actor.ts';
import { roleLabel } from './roles.ts';

/** One for everybody, printed at every start: demo mode listens on this machine only, production refuses demo users. */
export const demoPassword = 'Fengqiao2026!';

export type DemoPost = {
  readonly login: string;
  readonly name: string;
  readonly role: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly countyCode: string;
};
export type DemoLogin = {
  readonly login: string;
  readonly name: string;
  readonly roleLabel: string;
  readonly unitName: string;
  readonly password: string;
};

/** The county in which the manual's story is told comes first. */
const firstCounty = '140106';

const orderOf = (post: DemoPost): string =>
  [
    post.countyCode === firstCounty ? 0 : 1,
    post.unitId.endsWith('-center') ? 0 : 1,
    String((roles as readonly string[]).indexOf(post.role)).padStart(2, '0'),
    post.countyCode,
    post.login,
  ].join(' ');

/** One line a person, every post named; those of the first county's centers first, by role. */
export function demoLoginsOf(posts: readonly DemoPost[]): DemoLogin[] {
  const sorted = [...posts].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const byLogin = Map.groupBy(sorted, (post) => post.login);
  return [...byLogin].map(([login, held]) => ({
    login,
    name: held[0]?.name ?? '',
    roleLabel: [...new Set(held.map((post) => roleLabel(post.role)))].join('、'),
    unitName: [...new Set(held.map((post) => post.unitName))].join('、'),
    password: demoPassword,
  }));
}
