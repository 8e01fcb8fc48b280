import { stepNames, stepOf } from '../disputes/procedure.ts';
import { RegisterInput } from '../intake/registerInput.ts';
import { VisitInput } from '../reception/visitInput.ts';
import type { AskedForm } from '../reports/burden.across.sql.ts';
import { steps } from './steps.ts';

/** Every form that people fill in, with the schema that checks it: the burden meter counts its questions. */
export const askedForms: readonly AskedForm[] = [
  { key: 'register', title: '登记纠纷', schema: RegisterInput, leaves: 'event' },
  { key: 'visit', title: '记一次接待', schema: VisitInput, leaves: 'visit' },
  ...stepNames
    .filter((name) => stepOf(name).who.some((who) => !who.startsWith('system')))
    .map((name): AskedForm => ({ key: name, title: stepOf(name).label, schema: steps[name].input, leaves: 'event' })),
];
