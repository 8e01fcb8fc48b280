import type { DoorView, FieldView } from '../../doors/doorViews.ts';
import { dayOf, formatClock, formatDay } from '../../platform/now.ts';
import { type Html, html } from './html.ts';
import { icon } from './icons.ts';
import { type Frame, page } from './layout.ts';
import { beside, type Problem, summary } from './problems.ts';

export type DoorForm = {
  view: DoorView;
  code: string;
  token: string;
  problem: Problem | undefined;
  /** What was typed and not taken. */
  typed: Readonly<Record<string, string>>;
};

function field(each: FieldView, typed: Readonly<Record<string, string>>, problem: Problem | undefined): Html {
  const { name, label, hint, kind, filled, protect, options } = each;
  const value = typed[name] ?? (each.value || each.proposal);
  const note = protect && filled ? '已经填好，不显示；要改就重新填，空着不会清掉。' : hint;
  const wrong = beside(problem, `answers.${name}`);
  const control =
    kind === 'pick'
      ? html`<select id="f-${name}" name="${name}"><option value=""></option>${options.map((option) => html`<option${option === value && html` selected`}>${option}</option>`)}</select>`
      : kind === 'long'
        ? html`<textarea id="f-${name}" name="${name}" rows="4" maxlength="4000">${value}</textarea>`
        : html`<input id="f-${name}" name="${name}" value="${value}" maxlength="4000"${kind === 'money' && html` inputmode="decimal"`}>`;
  return html`<label for="f-${name}">${label} <span class="hint">${note}</span></label>${wrong}${control}`;
}

const canFill = ({ status }: DoorView): boolean => status === 'preparing' || status === 'supplementing';

/** A door as its applicant sees it: how far it is, what is missing and who can bring it, his part of the form. */
export function doorPage(around: Omit<Frame, 'title' | 'errors'>, form: DoorForm): string {
  const { view, code, token, problem, typed } = form;
  const running = view.clocks.filter(({ stoppedAt }) => stoppedAt === null);
  return page(
    { ...around, title: view.label },
    html`<h1>${view.label}</h1>
${summary(problem)}
<p class="big">${view.result ?? view.statusLabel}</p>
${view.says && html`<p>${view.says}</p>`}
<p>向${view.body}提出。${view.number && html`案号：${view.number}。`}</p>
${running.map(({ label, sentence }) => html`<p class="strip soon">${icon('soon')} ${label}：${sentence}</p>`)}
${
  canFill(view) &&
  html`<h2>还缺什么、谁能补</h2>
${view.missing.length === 0 && html`<p>${icon('done')} 申请书填全了。到中心签名，和材料一起递交。</p>`}
<ul class="lines">${view.missing.map(({ label, who }) => html`<li>${label}（由${who}补）</li>`)}</ul>
<h2>要带的材料</h2>
<ul class="lines">${view.papers.map(({ name, who, must }) => html`<li>${name}（${must ? who : '有就带'}）</li>`)}</ul>
<h2>您知道的，先写上</h2>
<form method="post" action="/c/${code}/ways/${view.code}/answers"><input type="hidden" name="token" value="${token}">
${view.fields.map((each) => field(each, typed, problem))}
<button class="primary">记下</button></form>`
}
<h2>都做了什么</h2>
<ol class="lines">${view.timeline.map(({ at, sentence }) => {
      const time = new Date(at);
      return html`<li><time datetime="${at}">${formatDay(dayOf(time))} ${formatClock(time)}</time><span class="words">${sentence}</span></li>`;
    })}</ol>
<p><a class="button" href="/c/${code}/ways">看所有的路</a></p>
<p><a class="button" href="/c/${code}/progress">回去看进度</a></p>`,
  );
}
