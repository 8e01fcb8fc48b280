import { type Static, Type } from 'typebox';
import { Id } from '../matters/fields.ts';
import { type Section, sections } from './words.ts';

/** A section is held by whoever wrote in it last, as long as that was less than this ago. */
export const SCRIBE_MS = 45_000;
export const MINUTES_MAX = 20_000;

export const KeepMinutesInput = Type.Object(
  {
    disputeId: Id,
    section: Type.Enum(sections, { title: '哪一节' }),
    text: Type.String({ maxLength: MINUTES_MAX, title: '记录' }),
    /** The version that this text was written upon. */
    base: Type.Integer({ minimum: 0 }),
    /** Take the section over from whoever holds it. */
    take: Type.Boolean({ default: false }),
  },
  { additionalProperties: false },
);
export type KeepMinutesInput = Static<typeof KeepMinutesInput> & { section: Section };

export type Kept = {
  readonly version: number;
  readonly body: string;
  readonly scribePostId: string;
  readonly writtenAt: Date;
};
type Now = { readonly now: Date; readonly postId: string; readonly name: string };

/** Whether somebody else is writing in it at this moment. */
export const isHeld = (kept: Kept | undefined, { now, postId }: Pick<Now, 'now' | 'postId'>): boolean =>
  kept !== undefined && kept.scribePostId !== postId && now.getTime() - kept.writtenAt.getTime() < SCRIBE_MS;

/**
 * What stands in the section once this text is kept. Written upon an older version, both texts stay, the later one below and
 * with its writer's name: people sort them out, the program throws nothing away.
 */
export function merged(
  kept: Kept | undefined,
  { text, base }: Pick<KeepMinutesInput, 'text' | 'base'>,
  { name }: Pick<Now, 'name'>,
): { body: string; both: boolean } {
  if (!kept || kept.version === base || kept.body === text) return { body: text, both: false };
  if (text.startsWith(kept.body)) return { body: text, both: false };
  return { body: `${kept.body}\n〔${name}同时写的〕\n${text}`, both: true };
}
