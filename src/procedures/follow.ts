import { Type } from 'typebox';
import { StepInput } from '../matters/fields.ts';
import type { Head } from './head.ts';

const text = Type.String();
const maybe = Type.Union([Type.String(), Type.Null()]);

/** What one that hangs on another matter hears of it: who may know, who has it in hand; `units`: old → new. */
export const FollowInput = StepInput({
  restricted: Type.Boolean(),
  leadUnitId: maybe,
  handlerPostId: maybe,
  namedPostIds: Type.Array(text),
  receivingCenterId: text,
  regionCode: text,
  units: Type.Optional(Type.Record(text, text)),
});
export type FollowInput = Pick<
  Head,
  'restricted' | 'leadUnitId' | 'handlerPostId' | 'namedPostIds' | 'receivingCenterId' | 'regionCode'
> & { units?: Readonly<Record<string, string>> };
