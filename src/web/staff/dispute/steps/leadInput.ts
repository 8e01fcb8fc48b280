import { digitsOf } from '../../../../platform/disputeCode.ts';
import { textOf, type Values } from '../../steps/values.ts';

/** A code as it is printed, spoken or shortened: 迎泽 26-003790-1 within the county is 140106 26 003790 1. */
export function leadInput({ countyCode, ...values }: Values): Values {
  const typed = textOf(values, 'leadCode');
  const digits = digitsOf(typed) ?? typed.normalize('NFKC').replace(/\D/g, '');
  return { ...values, leadCode: digits.length === 9 ? `${String(countyCode)}${digits}` : digits };
}
