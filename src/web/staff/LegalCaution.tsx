import { useLegalCaution } from './legalReviews.ts';

/** Beside a sentence of law: that nobody answers for it. Nothing where a lawyer read it. */
export function LegalCaution({ id }: { id: string }) {
  const caution = useLegalCaution()(id);
  return caution ? <span className="second">（{caution}）</span> : null;
}
