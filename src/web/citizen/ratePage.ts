import { ratingWords } from '../../residents/residentTimeline.ts';
import type { ResidentPage } from '../../residents/residentView.ts';
import { html } from './html.ts';
import { type Frame, page } from './layout.ts';
import { beside, countOf, type Problem, summary } from './problems.ts';

export type RateForm = {
  view: ResidentPage;
  token: string;
  commandId: string;
  score: string;
  words: string;
  problem: Problem | undefined;
};

/** Five words, none of them chosen beforehand. */
export function ratePage(around: Omit<Frame, 'title' | 'errors'>, form: RateForm): string {
  const { view, token, commandId, score, words, problem } = form;
  const choices = [5, 4, 3, 2, 1].map(
    (value) =>
      html`<label class="choice" for="score-${value}"><input type="radio" id="score-${value}" name="score" value="${value}"${String(value) === score && html` checked`} required>${ratingWords[value]}</label>`,
  );
  return page(
    { ...around, title: '评一评', errors: countOf(problem) },
    html`<p class="least matter">${view.title}　<span class="code">${view.codeGrouped}</span></p>
<h1>这件事办得怎么样</h1>
${summary(problem)}
<p>您的评价记进这件事，中心和办理单位都看得到。一件事评一次，评了不能改。不评也可以。</p>
<form method="post" action="/c/${view.code}/ratings">
<input type="hidden" name="token" value="${token}"><input type="hidden" name="commandId" value="${commandId}">
<fieldset><legend>满意吗</legend>${beside(problem, 'score')}${choices}</fieldset>
<label for="words">还想说的话 <span class="hint">可以不写，最多 500 字</span></label>
${beside(problem, 'words')}
<textarea id="words" name="words" rows="3">${words}</textarea>
<button class="primary">交评价</button>
</form>
${view.canContest && html`<a class="button" href="/c/${view.code}/contest">不评，这件事没有解决</a>`}
<p><a class="button" href="/c/${view.code}/progress">先不评，回去看进度</a></p>`,
  );
}
