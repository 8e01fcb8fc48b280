import { bringOf, stateOfWay } from '../../doors/pathSheet.ts';
import type { Path, PathWay } from '../../doors/pathViews.ts';
import { type Html, html } from './html.ts';
import { icon } from './icons.ts';
import { type Frame, page } from './layout.ts';
import { type Problem, summary } from './problems.ts';

export type WaysForm = { path: Path; token: string; problem: Problem | undefined };

/** What a press does is said before it; of what has no form here, where to go. */
function act({ way, off, doorCode, state, joint, label }: PathWay, code: string, token: string): Html {
  if (doorCode !== null)
    return html`<p><a class="button" href="/c/${code}/ways/${doorCode}">已经开了，看到哪一步</a></p>`;
  if (way === null || off || state === 'shut' || state === 'later') return html``;
  return html`<form method="post" action="/c/${code}/doors"><input type="hidden" name="token" value="${token}"><input type="hidden" name="way" value="${way}">
<button aria-label="走这条路：${label}">走这条路</button></form>
<p class="least">按了以后：中心替您把申请书写好大半，缺什么、谁能补会列出来${joint && '；要双方一起申请，中心会问对方'}。不按也不影响您直接去办。</p>`;
}

const wayOf = (way: PathWay, code: string, token: string): Html => html`<li class="way">
<h3>${way.label}</h3>
<p>${icon(way.state === 'shut' || way.state === 'later' ? 'paused' : way.state === 'late' ? 'late' : 'done')} ${stateOfWay(way)}</p>
${
  way.limit &&
  way.limit.arithmetic.length > 0 &&
  html`<details><summary>怎么算的？</summary><ol>${way.limit.arithmetic.map((line) => html`<li>${line}</li>`)}</ol></details>`
}
${way.words && html`<p>${way.words}</p>`}
<p>向${way.body}提出。${way.where && html`到：${way.where}。`}</p>
${bringOf(way) && html`<p>带：${bringOf(way)}</p>`}
${way.basis && html`<p class="least">${way.basis}</p>`}
${act(way, code, token)}
</li>`;

/** 调不成怎么办: works by links and forms alone, and has a paper twin. */
export function waysPage(around: Omit<Frame, 'title' | 'errors'>, { path, token, problem }: WaysForm): string {
  return page(
    { ...around, title: '调不成怎么办', print: `/c/${path.code}/ways.pdf` },
    html`<p class="least matter">${path.title}　<span class="code">${path.codeGrouped}</span></p>
<h1>调不成怎么办</h1>
${summary(problem)}
<p>调解不是必须的。下面的路随时可以走；一条走不通，别的还在。</p>
${path.parts.map(
  ({ when, ways }) =>
    html`${when && html`<h2>${when}</h2>`}<ol class="ways">${ways.map((way) => wayOf(way, path.code, token))}</ol>`,
)}
<p><a class="button" href="/c/${path.code}/progress">回去看进度</a></p>`,
  );
}
