import { say } from '../../law/say.ts';
import type { ResidentPage } from '../../residents/residentView.ts';
import { html } from './html.ts';
import { type Frame, page } from './layout.ts';
import { beside, countOf, type Problem, summary } from './problems.ts';

export type ContestForm = {
  view: ResidentPage;
  token: string;
  commandId: string;
  reason: string;
  /** When the answer is due if it is said now: '10月9日24时'. */
  answerBy: string | null;
  problem: Problem | undefined;
};

/** Says what will happen before it happens. */
export function contestPage(around: Omit<Frame, 'title' | 'errors'>, form: ContestForm): string {
  const { view, token, commandId, reason, answerBy, problem } = form;
  return page(
    { ...around, title: '这件事没有解决', errors: countOf(problem) },
    html`<p class="least matter">${view.title}　<span class="code">${view.codeGrouped}</span></p>
<h1>这件事没有解决</h1>
${summary(problem)}
<h2>说了以后会怎样</h2>
<ul class="lines">
<li>中心负责人今天就能看到您写的话。</li>
<li>${answerBy ? `${answerBy}前答复您：` : '会答复您：'}重新办理，或者写明为什么不重新办。</li>
<li>重新办理的，办完的日期重新算，您在这里看得到。</li>
<li>${say('suitStaysOpen')}</li>
</ul>
<form method="post" action="/c/${view.code}/contests">
<input type="hidden" name="token" value="${token}"><input type="hidden" name="commandId" value="${commandId}">
<label for="reason">哪里没有解决 <span class="hint">写清楚些，最多 500 字</span></label>
${beside(problem, 'reason')}
<textarea id="reason" name="reason" rows="4" required${problem?.fields.reason && html` class="wrong" aria-invalid="true" aria-describedby="reason-error"`}>${reason}</textarea>
<button class="primary">告诉中心：没有解决</button>
</form>
<p><a class="button" href="/c/${view.code}/progress">先不说，回去看进度</a></p>`,
  );
}
