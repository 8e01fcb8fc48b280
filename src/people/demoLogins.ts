import { roles } from '../platform/actor.ts';
import { roleLabel } from './roles.ts';

/** One for everybody, printed at every start: demo mode listens on this machine only, production refuses demo users. */
export const demoPassword = 'Fengqiao2026!';

export type DemoPost = {
  readonly postId: string;
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

/** The county center and the street in which the manual's story is told come first, then the rest of their county. */
const storyCenters = ['140106-center', '140106004-center'];

function rankOf({ unitId, countyCode }: DemoPost): number {
  const place = storyCenters.indexOf(unitId);
  if (place >= 0) return place;
  if (countyCode !== '140106') return 4;
  return unitId.endsWith('-center') ? 2 : 3;
}

const orderOf = (post: DemoPost): string => {
  const role = (roles as readonly string[]).indexOf(post.role);
  return [rankOf(post), post.countyCode, String(role).padStart(2, '0'), post.postId].join(' ');
};

/** One line a person, every post named. */
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
