import type { BoardView } from '../../reception/hallView.ts';
import { type Html, html } from '../citizen/html.ts';
import { icon } from '../citizen/icons.ts';
import { hallPage } from './frame.ts';

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const spokenDigits = (text: string): string => text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);

/** As a person would call it: letter, then digit by digit. */
export const callWords = (label: string, counter: number): string =>
  `请 ${label.slice(0, 1)} ${spokenDigits(label.slice(1))} 号，到 ${counter} 号窗口`;

type Call = BoardView['calls'][number];
const calling = ({ label, counter, call }: Call): Html =>
  html`<tr data-call="${call}" data-say="${callWords(label, counter)}"><th scope="row">${label}</th><td>${counter} 号窗</td></tr>`;

export function displayBoard({ calls, last, waiting, at }: BoardView): string {
  const over = last.filter(({ open }) => !open).slice(0, 4);
  return html`<section class="calls" aria-labelledby="now"><h2 id="now">请到窗口</h2>
${calls.length === 0 ? html`<p class="nobody">现在没有在叫的号</p>` : html`<table><thead><tr><th scope="col">号</th><th scope="col">窗口</th></tr></thead><tbody>${calls.map(calling)}</tbody></table>`}</section>
<section class="side"><h2>刚叫过</h2>
${over.length === 0 ? html`<p>还没有</p>` : html`<ul>${over.map(({ label, counter }) => html`<li>${label} <span>${counter} 号窗</span></li>`)}</ul>`}
<h2>还在等</h2>
<ul>${waiting.map(({ prefix, name, count }) => html`<li>${prefix} ${name} <span>${count} 人</span></li>`)}</ul></section>
<p class="at">截至 ${at}</p>`.text;
}

/** The screen at one window: what is called here, large enough to be read from the line. */
export function counterBoard({ calls, at }: BoardView, counter: number): string {
  const here = calls.find((call) => call.counter === counter);
  return html`<p class="counter-name">${counter} 号窗口</p>
${here ? html`<p class="counter-call" data-call="${here.call}" data-say="${callWords(here.label, counter)}">${here.label}</p>` : html`<p class="counter-idle">请等叫号</p>`}
<p class="at">${at}</p>`.text;
}

/** A board that renews itself; what cannot be reached any more is said, so that nobody waits for an old number. */
export function screenPage(kind: 'display' | 'counter', center: string, board: Html): string {
  const title = kind === 'display' ? '叫号' : '窗口';
  return hallPage(
    { title, center, kind, again: 10 },
    html`<header><h1>${center}</h1><button type="button" id="voice" aria-pressed="false">声音：关</button></header>
<p id="lost" class="problem" role="alert" hidden>${icon('late')} 连不上服务器，屏上的号可能是旧的。请听窗口叫。</p>
<main id="board" aria-live="polite">${board}</main>`,
  );
}

export function closedPage(): string {
  return hallPage(
    { title: '没有开通', center: '枫桥台', kind: 'none' },
    html`<main><h1>这台设备没有开通</h1>
<p>请中心主任在「接待 · 设备」里开通一台，把链接在这台设备上打开一次。收回过的链接不能再用。</p></main>`,
  );
}
