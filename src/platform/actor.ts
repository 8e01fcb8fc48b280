export const roles = [
  'receptionist',
  'dispatcher',
  'referee',
  'approver',
  'centerLeader',
  'closer',
  'supervisor',
  'informationOfficer',
  'gridWorker',
  'communityOfficer',
  'unitHead',
  'handler',
  'mediator',
  'courtClerk',
  'arbitrator',
  'reconsiderationOfficer',
  'notary',
  'legalAidOfficer',
  'politicalLegalMember',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
] as const;

/** Posts of access.md; `party` is a resident with code and PIN, `system` is recurring work. */
export type Role = (typeof roles)[number] | 'party' | 'system';

/**
 * Who acts: one post of one person. `viewers` are the keys that row-level security compares with
 * `matter.seen_by`; `counties` is the explicit list of county codes this post reaches (never a prefix).
 */
export type Actor = {
  readonly userId: string;
  readonly postId: string;
  readonly name: string;
  readonly role: Role;
  readonly unitId: string;
  /** Set when the unit is a governance center. */
  readonly centerId: string | null;
  readonly regionCode: string;
  readonly countyCode: string;
  readonly counties: readonly string[];
  readonly viewers: readonly string[];
  /** Set while the post covers for an absent colleague: the colleague's post, and who that is. */
  readonly covers?: { readonly postId: string; readonly name: string };
  /** While covering, the keys without the colleague's own: what only named people may know stays with them. */
  readonly own?: readonly string[];
  /** Whether the person covers for somebody in any of the own posts; unset where nobody looked. */
  readonly covering?: boolean;
};

/** Whether something is in this post's hands, also for the colleague whom it covers. */
export const holdsPost = (actor: Pick<Actor, 'postId' | 'covers'>, postId: string | null): boolean =>
  postId !== null && (actor.postId === postId || actor.covers?.postId === postId);

/** Whose it is when it lasts longer than a cover. */
export const lastingPost = (actor: Pick<Actor, 'postId' | 'covers'>): string => actor.covers?.postId ?? actor.postId;

/** The first key of a post that sees no matter at all, whatever names it: row security asks for this word. */
export const NO_MATTERS = 'noMatters';
export const seesMatters = ({ viewers }: Pick<Actor, 'viewers'>): boolean => viewers[0] !== NO_MATTERS;

/** What row-level security needs to know of an actor. */
export type Scope = Pick<Actor, 'counties' | 'viewers' | 'own'>;

/** The house itself: recurring work, and steps that follow from others. `countyCode` where it acts in one county only. */
export const systemActor = (counties: readonly string[], countyCode = ''): Actor => ({
  userId: '',
  postId: '',
  name: '系统',
  role: 'system',
  unitId: '',
  centerId: null,
  regionCode: '',
  countyCode,
  counties,
  viewers: ['system'],
});

/** The house in one county. */
export const houseOf = (countyCode: string): Actor => systemActor([countyCode], countyCode);
