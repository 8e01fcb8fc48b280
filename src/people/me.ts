import type { Config } from '../platform/config.ts';
import { dayOf } from '../platform/now.ts';
import { secondFactorRequired } from './loginPolicy.ts';
import { roleLabel } from './roles.ts';
import { type Session, type Standing, standingOf } from './session.ts';

export type PostRow = {
  readonly id: string;
  readonly role: string;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly unit_short: string;
  readonly unit_kind: string;
  readonly region_code: string;
  readonly region_name: string;
  readonly county_code: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly covers_name?: string | null;
};

export type PostView = {
  id: string;
  role: string;
  roleLabel: string;
  unitId: string;
  unitName: string;
  unitShort: string;
  centerId: string | null;
  regionCode: string;
  regionName: string;
  countyCode: string;
  validFrom: string;
  validTo: string | null;
  /** The absent colleague for whom the post is held. */
  covers: string | null;
};

export type Me = {
  user: { id: string; login: string; name: string };
  standing: Standing;
  /** The post acted as, also when it just ran out. */
  post: PostView | null;
  posts: PostView[];
  idleMinutes: number;
  secondFactor: { enrolled: boolean; required: boolean };
  mode: 'demo' | 'production';
  /** Where one is: in practice; or where one may go to practice. */
  practice: boolean;
  practiceUrl: string | null;
  today: string;
};

export function postView(row: PostRow): PostView {
  return {
    id: row.id,
    role: row.role,
    roleLabel: roleLabel(row.role),
    unitId: row.unit_id,
    unitName: row.unit_name,
    unitShort: row.unit_short,
    centerId: row.unit_kind === 'center' ? row.unit_id : null,
    regionCode: row.region_code,
    regionName: row.region_name,
    countyCode: row.county_code,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    covers: row.covers_name ?? null,
  };
}

/** What the workbench knows of the person before it draws anything. */
export function meOf(
  session: Session,
  rows: readonly PostRow[],
  place: Pick<Config, 'mode' | 'practice' | 'practiceUrl'>,
  now: Date,
): Me {
  const posts = rows.map(postView);
  const { policy, enrolled } = session;
  return {
    user: { id: session.userId, login: session.login, name: session.name },
    standing: standingOf(session, now),
    post: posts.find((post) => post.id === session.post?.postId) ?? null,
    posts,
    idleMinutes: policy.idleMinutes,
    secondFactor: { enrolled, required: secondFactorRequired(policy, session.post ? [session.post.role] : []) },
    mode: place.mode,
    practice: place.practice ?? false,
    practiceUrl: place.practiceUrl ?? null,
    today: dayOf(now),
  };
}
