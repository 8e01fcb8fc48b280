import { Type } from 'typebox';
import { disputeKind } from './kind.ts';

export const codeParams = Type.Object({ code: Type.String({ pattern: disputeKind.code }) });
