import { say } from '../../law/say.ts';
import { dayOf, formatClock, formatDay, formatShortDay } from '../../platform/now.ts';
import { ratingWords } from '../../residents/residentTimeline.ts';
import type { ResidentPage } from '../../residents/residentView.ts';
import type { Expected } from '../../sittings/partySittings.ts';
import { type Html, html } from './html.ts';
import { icon } from './icons.ts';
import { callLink, type Frame, leaf, page } from './layout.ts';
import { agreements, visits } from './papersPart.ts';

export type Progress = {
  view: ResidentPage;
  /** What was just done, said once. */
  done: string | null;
  /** When and where the reader is expected. */
  sittings: readonly Expected[];
  /** What could not be done, said once. */
  wrong: string | null;
  /** Shown to our own forms only. */
  token: string;
};

const stateWords = { here: '在这里', todo: '还没到' } as const;
const shortDay = (day: string): string => formatDay(day).replace(/（.*/, '');

/** Breaks between the date and what happens by then, nowhere else. */
function dateAndVerb(nextBy: string): Html {
  const [, date = nextBy, verb = ''] = /^(.*?前)(.*)$/.exec(nextBy) ?? [];
  return html`<span class="whole">${date}</span><span class="whole">${verb}</span>`;
}

function dates(view: ResidentPage): Html {
  return html`${view.nextBy && html`<p class="big">${dateAndVerb(view.nextBy)}</p>`}
${view.late && html`<p class="strip late">${icon('late')} ${view.late}</p>`}
${view.moved && html`<p>${view.moved}</p>`}
${view.together && html`<p>${view.together}</p>`}
${view.waitingFor && html`<p class="strip soon">${icon(view.waitingFor.asked ? 'soon' : 'paused')} ${view.waitingFor.sentence}</p>`}
${view.rights.map((right) => html`<p class="strip soon">${icon('soon')} ${right}</p>`)}
${
  view.arithmetic.length > 0
    ? html`<details><summary>${view.remaining && html`${view.remaining} · `}怎么算的？</summary>
<ol>${view.arithmetic.map((line) => html`<li>${line}</li>`)}</ol></details>`
    : view.remaining && html`<p>${view.remaining}</p>`
}`;
}

/** At most one of these is filled: what is most likely wanted now. */
function acts({ code, phone, canAdd, canRate }: ResidentPage): Html {
  return html`${canRate && html`<a class="button primary" href="/c/${code}/rate">评一评办得怎么样</a>`}
${phone && callLink(phone, canRate ? '' : 'primary')}
${
  canAdd &&
  html`<p class="pair"><a class="button" href="/c/${code}/add#files">补材料</a><a class="button" href="/c/${code}/add">说句话</a></p>`
}`;
}

function steps(view: ResidentPage): Html {
  return html`<h2>一共五步</h2>
<ol class="steps">${view.steps.map(
    ({ label, state, on }, index) =>
      html`<li class="${state}"${state === 'here' && html` aria-current="step"`}>${'①②③④⑤'.charAt(index)}${label}<span>${
        state === 'done' ? html`${icon('done')}${on ? formatShortDay(on) : '已办'}` : stateWords[state]
      }</span></li>`,
  )}</ol>
<p class="matter"><strong>接下来：</strong>${view.next}</p>`;
}

function timeline(view: ResidentPage): Html {
  return html`<h2 id="timeline">都做了什么</h2>
<ol class="lines">${view.timeline.map(({ at, text }) => {
    const time = new Date(at);
    return html`<li><time datetime="${at}">${formatDay(dayOf(time))} ${formatClock(time)}</time><span class="words">${text}</span></li>`;
  })}</ol>`;
}

function ifUnhappy({ code, canContest, canObject, rated, routes, askAt }: ResidentPage): Html {
  return html`<h2>没说清、没解决</h2>
<p>到窗口问：${askAt}。</p>
${rated !== null && html`<p>您评了「${ratingWords[rated] ?? ''}」。</p>`}
${canContest && html`<a class="button" href="/c/${code}/contest">这件事没有解决</a>`}
${canObject && html`<a class="button" href="/c/${code}/object">要求换调解员</a>`}
<a class="button" href="/c/${code}/ways">调不成怎么办：还能走的路</a>
<details><summary>不想调解，还有哪些路</summary>${routes.map(
    ({ when, ways }) => html`${when && html`<h3>${when}</h3>`}<ol>${ways.map((way) => html`<li>${way}</li>`)}</ol>`,
  )}</details>`;
}

/** When and where the reader is expected; there, the code of the room's screen signs him in. */
const expected = ({ words, here }: Expected, code: string, token: string): Html =>
  html`<p class="strip soon">${icon('soon')} 请您来参加调解会：${words}。${say('sittingFree')}</p>
${
  here
    ? html`<p>${icon('done')} 记下您到了。</p>`
    : html`<form method="post" action="/c/${code}/arrivals"><input type="hidden" name="token" value="${token}">
<label for="door">到了以后，输入房间屏幕上的六位数</label><input id="door" name="door" inputmode="numeric" autocomplete="off" maxlength="12">
<button>我到了</button></form>`
}`;

/** Same step, same date, same person to call as on the official's screen and on paper. */
export function progressPage(
  around: Omit<Frame, 'title' | 'errors'>,
  { view, done, wrong, token, sittings }: Progress,
): string {
  return page(
    { ...around, title: `${view.where}：${view.title}` },
    html`${wrong && html`<p class="strip late" role="alert">${icon('late')} ${wrong}</p>`}${done && html`<p class="strip good" role="status">${icon('done')} ${done}</p>`}
<p class="least matter">${view.title}　<span class="code">${view.codeGrouped}</span></p>
<h1>${leaf} ${view.where.split(/(?<=，)/).map((clause) => html`<span class="whole">${clause}</span>`)}</h1>
<p>${view.unit}${view.handler && ` ${view.handler}`}${view.canContest ? '办的' : '在办'} <span class="least whole">${shortDay(view.whereSince)}起</span></p>
${view.mediators.length > 0 && html`<p>调解员：${view.mediators.map(({ name, unit }) => `${name}（${unit}）`).join('、')}${view.mediators.some(({ changing }) => changing) && html`　<span class="least whole">正在看要不要换人</span>`}</p>`}
${sittings.map((each) => expected(each, view.code, token))}
${dates(view)}
${acts(view)}
${steps(view)}
${agreements(view)}
${visits(view)}
${timeline(view)}
${ifUnhappy(view)}
<form class="noprint" method="post" action="/c/${view.code}/departures"><input type="hidden" name="token" value="${token}"><button class="quiet">看完了，退出（别人再看要输密码）</button></form>`,
  );
}
