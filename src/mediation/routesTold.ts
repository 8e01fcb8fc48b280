import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import { questionsOf, spokenQuestions } from '../law/questions.ts';
import type { NewNote } from '../matters/decision.ts';

/** Told in writing when mediation ends without an agreement (人民调解法 art. 26), as a note that the parties read. */
export function routesTold(
  { categoryCode }: Pick<Dispute, 'categoryCode'>,
  { rules, newId }: Pick<DisputeContext, 'rules' | 'newId'>,
): { codes: string[]; spoken: string; note: NewNote } {
  const routes = questionsOf(categoryCode, rules.law).flatMap((question) => question.routes);
  const body = spokenQuestions(categoryCode, rules.law)
    .flatMap(({ when, ways }) => [...(when ? [`${when}：`] : []), ...ways])
    .join('\n');
  // In a short text only what can be done now: what comes after another route stands in the note.
  const first = [...new Set(routes.flatMap(({ after, label }) => (after ? [] : [label])))];
  return {
    codes: [...new Set(routes.map(({ code }) => code))],
    spoken: `您还可以：${first.join('、')}。`,
    note: { id: newId(), kind: 'routes', visibility: 'resident', body },
  };
}
