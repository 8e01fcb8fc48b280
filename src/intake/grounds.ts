import { lawfulGrounds } from '../law/data/grounds.ts';
import type { IntakeRules } from './rules.ts';

/** Grounds for declining, as a maintained setting: what the law gives, in the words a county may make its own. */
export const defaultDeclineGrounds: IntakeRules['intake']['declineGrounds'] = lawfulGrounds.map(
  ({ code, label, basis, goTo }) => ({ code, label, basis, goTo }),
);
