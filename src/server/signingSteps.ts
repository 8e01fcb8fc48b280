import type { BoundDispute } from '../disputes/engine.ts';
import { AttestAgreementInput, attestAgreement } from '../signing/attestAgreement.ts';
import {
  AnswerObjectionInput,
  answerObjection,
  ObjectAtSigningInput,
  objectAtSigning,
} from '../signing/objectAtSigning.ts';
import { SignAgreementInput, signAgreement } from '../signing/signAgreement.ts';
import { hindersSigning, hindersVoiding } from '../signing/signing.ts';
import { SignOnPaperInput, signOnPaper } from '../signing/signOnPaper.ts';
import { VoidSignatureInput, voidSignature } from '../signing/voidSignature.ts';

type Steps = Pick<
  BoundDispute['steps'],
  'signAgreement' | 'signOnPaper' | 'voidSignature' | 'objectAtSigning' | 'answerObjection' | 'attestAgreement'
>;

/** What is done at the signing table. */
export const signingSteps: Steps = {
  signAgreement: { input: SignAgreementInput, decide: signAgreement, hinders: hindersSigning, idle: true },
  signOnPaper: { input: SignOnPaperInput, decide: signOnPaper, hinders: hindersSigning, idle: true },
  voidSignature: { input: VoidSignatureInput, decide: voidSignature, hinders: hindersVoiding, idle: true },
  objectAtSigning: { input: ObjectAtSigningInput, decide: objectAtSigning, hinders: hindersSigning, idle: true },
  answerObjection: { input: AnswerObjectionInput, decide: answerObjection, hinders: hindersSigning, idle: true },
  attestAgreement: { input: AttestAgreementInput, decide: attestAgreement, hinders: hindersSigning, idle: true },
};
