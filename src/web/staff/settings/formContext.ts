import { createContext, useContext } from 'react';
import { canonical } from '../../../settings/differences.ts';
import { type Path, pathText, type Shape, valueAt } from '../../../settings/shape.ts';
import { speak } from '../../../settings/speak.ts';

/** What every field of the form leans on: what it was, what is wrong, and how to change it. */
export type RuleForm = {
  readonly before: unknown;
  readonly value: unknown;
  readonly errors: Readonly<Record<string, string>>;
  readonly warnings: Readonly<Record<string, string>>;
  readonly basis: string;
  set(path: Path, next: unknown): void;
};

export const FormContext = createContext<RuleForm | null>(null);

export function useRuleForm(): RuleForm {
  const form = useContext(FormContext);
  if (!form) throw new Error('a field of the rules stands in a form of the rules');
  return form;
}

/** One field: its sentence, and what it said before where that is something else. */
export function useRuleField(shape: Shape, path: Path, value: unknown) {
  const { before, errors, warnings, set } = useRuleForm();
  const was = valueAt(before, path);
  const changed = canonical(was) !== canonical(value);
  return {
    error: errors[pathText(path)],
    warning: warnings[pathText(path)],
    changed,
    was: changed ? speak(shape, was) : null,
    set: (next: unknown) => set(path, next),
    restore: () => set(path, was),
  };
}
