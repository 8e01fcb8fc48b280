import { agreementForm } from '../agreements/agreementForm.ts';
import type { Form } from '../documents/paper.ts';
import { invitationForm, minutesForm } from '../sittings/sittingForms.ts';
import type { PaperKey } from './catalogue.ts';
import { acceptance } from './forms/acceptance.ts';
import { application } from './forms/application.ts';
import { authority } from './forms/authority.ts';
import { closing } from './forms/closing.ts';
import { inquiry } from './forms/inquiry.ts';
import { receipt } from './forms/receipt.ts';
import { returnVisit } from './forms/returnVisit.ts';
import { rights } from './forms/rights.ts';

/** What the house can print; 身份证明, evidence and what the court wants come from outside. */
export const forms = {
  ...{ application, acceptance, rights, authority, inquiry, receipt, returnVisit, closing },
  ...{ invitation: invitationForm, minutes: minutesForm, agreement: agreementForm },
} as const satisfies Partial<Record<PaperKey, Form>>;

export type FormKey = keyof typeof forms;
export const formKeys = Object.keys(forms) as FormKey[];
