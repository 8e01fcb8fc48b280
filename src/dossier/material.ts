import type { Cover, Retention } from './dossier.ts';

export type FiledFile = { id: string; name: string; mime: string; size: number; sha256: string; at: Date };
export type AgreementHead = {
  id: string;
  number: string | null;
  partyIds: string[];
  locked: boolean;
  signed: number;
  committee: string;
  madeOn: string;
};
export type SittingHead = { id: string; code: string; ended: boolean; startsAt: Date };
export type KeptDossier = {
  version: number;
  cover: Cover;
  situation: string;
  fileIds: string[] | null;
  retention: Retention | null;
};
/** What lies there of a dispute for its file. */
export type Material = {
  agreements: AgreementHead[];
  sittings: SittingHead[];
  files: FiledFile[];
  kept: KeptDossier | undefined;
};
