import type { Decision } from '../matters/decision.ts';
import { StepInput } from '../matters/fields.ts';
import { dayOf } from '../platform/now.ts';
import { tellInvited } from './invites.ts';
import type { Sitting } from './sitting.ts';
import { tomorrowWords } from './sittingWords.ts';

export const RemindSittingInput = StepInput({});

/** The day before: parties by the way that they are told everything (reactions), officials in their notices. */
export const remindSitting = (sitting: Sitting): Decision => ({
  type: 'remindSitting',
  data: { on: dayOf(sitting.startsAt) },
  tell: tellInvited(sitting.invites, tomorrowWords(sitting)),
});
