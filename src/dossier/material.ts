import type { Retention } from '../disputes/dossierRules.ts';
import type { Cover } from './dossier.ts';

export type FiledFile = { id: string; name: string; mime: string; size: number; sha256: string; at: Date };
export type AgreementHead = {
  id: string;
  number: string | null;
  /** Spoken ones are written down by the mediator; nobody signs. */
  oral: boolean;
  partyIds: string[];
  locked: boolean;
  lockedAt: Date | null;
  signed: number;
  /** Of those, on the screen: these signatures are on the paper that the house prints. */
  onScreen: number;
  committee: string;
  madeOn: string;
};
export type SittingHead = { id: string; code: string; ended: boolean; startsAt: Date };
export type KeptDossier = {
  version: number;
  /** Nothing: for how long it is kept was chosen, and nobody wrote a cover yet. */
  cover: Cover | null;
  situation: string;
  fileIds: string[] | null;
  leftOutIds: string[] | null;
  identityReason: string;
  retention: Retention | null;
  retentionReason: string;
};
/** What lies there of a dispute for its file. */
export type Material = {
  agreements: AgreementHead[];
  sittings: SittingHead[];
  files: FiledFile[];
  kept: KeptDossier | undefined;
};
