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
};

/** What row-level security needs to know of an actor. */
export type Scope = Pick<Actor, 'counties' | 'viewers'>;
