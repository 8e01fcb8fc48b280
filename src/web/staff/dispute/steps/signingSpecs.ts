import type { DisputeView } from '../../../../disputes/views.ts';
import { AttestAgreementInput } from '../../../../signing/attestAgreement.ts';
import { AnswerObjectionInput, ObjectAtSigningInput } from '../../../../signing/objectAtSigning.ts';
import { SignAgreementInput } from '../../../../signing/signAgreement.ts';
import { SignOnPaperInput } from '../../../../signing/signOnPaper.ts';
import { VoidSignatureInput } from '../../../../signing/voidSignature.ts';
import { spec as specOf } from '../../steps/forms.ts';

const spec = specOf<DisputeView>;

/** Taken at the signing table, never by a form of the dispute's page. */
export const signingSpecs = {
  signAgreement: spec(SignAgreementInput, {}),
  signOnPaper: spec(SignOnPaperInput, {}),
  voidSignature: spec(VoidSignatureInput, {}),
  objectAtSigning: spec(ObjectAtSigningInput, {}),
  answerObjection: spec(AnswerObjectionInput, {}),
  attestAgreement: spec(AttestAgreementInput, {}),
} as const;
