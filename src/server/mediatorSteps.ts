import type { BoundDispute } from '../disputes/engine.ts';
import { AcceptMediatorInput, acceptMediator, hindersConsent } from '../mediation/acceptMediator.ts';
import { AppointMediatorInput, appointMediator } from '../mediation/appointMediator.ts';
import { DeclareTieInput, declareTie } from '../mediation/declareTie.ts';
import { hindersMediatorChange, ObjectToMediatorInput, objectToMediator } from '../mediation/objectToMediator.ts';
import { ReleaseMediatorInput, releaseMediator } from '../mediation/releaseMediator.ts';

type Steps = Pick<
  BoundDispute['steps'],
  'appointMediator' | 'declareTie' | 'objectToMediator' | 'acceptMediator' | 'releaseMediator'
>;

/** Who mediates: appointed or chosen, declaring ties, kept by consent, changed. */
export const mediatorSteps: Steps = {
  appointMediator: { input: AppointMediatorInput, decide: appointMediator },
  declareTie: { input: DeclareTieInput, decide: declareTie },
  objectToMediator: {
    input: ObjectToMediatorInput,
    decide: objectToMediator,
    hinders: hindersMediatorChange,
    idle: true,
  },
  acceptMediator: { input: AcceptMediatorInput, decide: acceptMediator, hinders: hindersConsent, idle: true },
  releaseMediator: {
    input: ReleaseMediatorInput,
    decide: releaseMediator,
    hinders: hindersMediatorChange,
    idle: true,
  },
};
