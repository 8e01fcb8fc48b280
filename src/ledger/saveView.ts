import { type Static, Type } from 'typebox';
import { isWithin } from '../network/network.ts';
import { headsUnit, mayEnter } from '../people/doors.ts';
import type { Actor } from '../platform/actor.ts';
import { Refusal, refuseField } from '../platform/refusal.ts';
import { readLayout, withFirst, writeLayout } from './columns.ts';
import { isSort, kept, type LedgerSearch, readLedgerSearch } from './search.ts';

export const SaveViewInput = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 30, title: '名称' }),
    search: Type.Record(Type.String({ maxLength: 30 }), Type.String({ maxLength: 600 })),
    columns: Type.String({ maxLength: 600 }),
    audience: Type.Union([Type.Literal('own'), Type.Literal('unit'), Type.Literal('region')], { title: '给谁用' }),
    /** The saving that the person was looking at. */
    revision: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  { additionalProperties: false },
);
export type SaveViewInput = Static<typeof SaveViewInput>;
export type Audience = SaveViewInput['audience'];

export type StoredView = {
  id: string;
  countyCode: string;
  name: string;
  search: LedgerSearch;
  columns: string;
  ownerPostId: string;
  ownerUserId: string;
  audience: Audience;
  unitId: string | null;
  regionCode: string | null;
  revision: number;
  savedAt: Date;
};

/** Everybody shares with the own unit; a region's ledger is arranged by those who stand over it. */
export function mayShare(actor: Pick<Actor, 'role'>, audience: Audience): boolean {
  if (audience === 'own') return true;
  return audience === 'unit' ? mayEnter('matters', actor.role) : mayEnter('sharingWithRegion', actor.role);
}

/** Who finds the view in the own list. */
export function seesView(actor: Actor, view: StoredView): boolean {
  if (view.ownerPostId === actor.postId) return true;
  if (view.audience === 'unit') return view.unitId === actor.unitId;
  return view.audience === 'region' && view.regionCode !== null && isWithin(actor.regionCode, view.regionCode);
}

/** The owner; and whoever heads the unit that it was shared with, so that it outlives its owner's post. */
export function mayChangeView(actor: Actor, view: StoredView): boolean {
  if (view.ownerPostId === actor.postId) return true;
  const head = headsUnit(actor.role) || (view.audience === 'region' && actor.role === 'supervisor');
  return head && view.audience !== 'own' && view.unitId === actor.unitId;
}

/** What is stored: filters and order as words, never a page; a shared view holds no words that somebody searched for. */
export function viewToSave(actor: Actor, input: SaveViewInput) {
  const name = input.name.trim();
  if (name === '') refuseField('name', '给这个视图起个名字。');
  if (!mayShare(actor, input.audience))
    throw new Refusal('forbidden', 'mayNotShare', '给全区用的视图由督办岗、政法委员和中心主任来设。');
  const { order, ...search } = kept(readLedgerSearch(input.search));
  if (input.audience !== 'own' && search.text !== undefined)
    refuseField('audience', '视图里有查找的字，里面可能有人名。去掉「写着」再给别人用。');
  return {
    name,
    search: { ...search, ...(isSort(order) && order !== 'due' ? { order } : {}) },
    columns: writeLayout(withFirst(readLayout(input.columns))),
    audience: input.audience,
    unitId: input.audience === 'own' ? null : actor.unitId,
    regionCode: input.audience === 'region' ? actor.regionCode : null,
  };
}

export const noSuchView = (): never => {
  throw new Refusal('notFound', 'noSuchView', '没有这个视图，或者它没有给您的岗位用。地址里的条件还在。');
};

export function refuseChange(actor: Actor, view: StoredView): void {
  if (!seesView(actor, view)) noSuchView();
  if (mayChangeView(actor, view)) return;
  throw new Refusal('forbidden', 'notYourView', '这个视图由设它的人或本单位负责人改；可以另存成自己的。');
}
