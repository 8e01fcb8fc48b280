import type { ResidentPage } from '../../residents/residentView.ts';
import { html } from './html.ts';
import { type Frame, page } from './layout.ts';
import { beside, countOf, type Problem, summary } from './problems.ts';

export type ObjectForm = {
  view: ResidentPage;
  token: string;
  commandId: string;
  mediatorId: string;
  reason: string;
  problem: Problem | undefined;
};

/** Says who will read it and what happens before it is said: whoever fears the mediator should not have to guess. */
export function objectPage(around: Omit<Frame, 'title' | 'errors'>, form: ObjectForm): string {
  const { view, token, commandId, mediatorId, reason, problem } = form;
  const [only, ...others] = view.mediators;
  const whom =
    others.length === 0
      ? html`<p>现在由${only?.name}（${only?.unit}）调解。</p><input type="hidden" name="mediatorId" value="${only?.id}">`
      : html`<fieldset><legend>换哪一位</legend>${beside(problem, 'mediatorId')}${view.mediators.map(
          ({ id, name, unit }) =>
            html`<label class="choice"><input type="radio" name="mediatorId" value="${id}" required${id === mediatorId && html` checked`}> ${name}（${unit}）</label>`,
        )}</fieldset>`;
  return page(
    { ...around, title: '要求换调解员', errors: countOf(problem) },
    html`<p class="least matter">${view.title}　<span class="code">${view.codeGrouped}</span></p>
<h1>要求换调解员</h1>
${summary(problem)}
<h2>说了以后会怎样</h2>
<ul class="lines">
<li>中心负责人会看到，定下换谁就告诉您。另一方看不到您写的话。</li>
<li>您不同意，就不会一直由他调下去。</li>
<li>您还可以自己选一位调解员，写在下面。</li>
<li>办理的日期不变。</li>
</ul>
<form method="post" action="/c/${view.code}/objections">
<input type="hidden" name="token" value="${token}"><input type="hidden" name="commandId" value="${commandId}">
${whom}
<label for="reason">为什么想换 <span class="hint">比如：他和对方是亲戚、一个村的。最多 500 字</span></label>
${beside(problem, 'reason')}
<textarea id="reason" name="reason" rows="4" required${problem?.fields.reason && html` class="wrong" aria-invalid="true" aria-describedby="reason-error"`}>${reason}</textarea>
<button class="primary">告诉中心：换一位调解员</button>
</form>
<p><a class="button" href="/c/${view.code}/progress">先不说，回去看进度</a></p>`,
  );
}
