import { spokenCode } from '../../reception/appointment.ts';
import type { HallRules, TicketGroup } from '../../reception/hallRules.ts';
import { serviceLabel } from '../../reception/services.ts';
import { html } from '../citizen/html.ts';
import { icon } from '../citizen/icons.ts';
import { type Frame, hallPage } from './frame.ts';

type Around = Pick<Frame, 'center' | 'large'>;

const head = ({ center, large }: Around, title: string) => html`<header>
<p class="center">${center}</p>
<a class="size" href="/hall/size?to=${large ? 'standard' : 'large'}">${large ? '标准字' : '长辈版'}</a>
<h1 class="kiosk-title">${title}</h1>
</header>`;

/** What the name says already is not said twice. */
const listOf = (services: readonly string[], name: string): string =>
  services
    .map((each) => serviceLabel(each))
    .filter((label) => !name.includes(label))
    .join('、');

/** First screen: what for. One press leads to the number. */
export function kioskPage(around: Around, rules: HallRules, waiting: ReadonlyMap<string, number>): string {
  const choice = ({ prefix, name, services }: TicketGroup) => html`<li><a href="/hall/take?kind=${prefix}">
<strong>${name}</strong>
<span>${listOf(services, name)}</span>
<span class="count">在等 ${waiting.get(prefix) ?? 0} 人</span></a></li>`;
  return hallPage(
    { ...around, title: '取号', kind: 'kiosk' },
    head(around, '您来办什么？点一下取号'),
    html`<main><ul class="choices">${rules.groups.map(choice)}</ul>
${rules.slotCapacity > 0 && html`<p><a class="wide" href="/hall/arrive">我有预约，输预约号</a></p>`}
<p class="note">拿不准就点第一个，或者到引导台问。取号不用证件，不留名字。</p></main>`,
  );
}

/** Second screen: whoever may go first says so; most people press the first button. */
export function takePage(around: Around, rules: HallRules, group: TicketGroup, commandId: string): string {
  return hallPage(
    { ...around, title: group.name, kind: 'kiosk', backAfter: 60 },
    head(around, group.name),
    html`<main><form method="post" action="/hall/tickets">
<input type="hidden" name="kind" value="${group.prefix}">
<input type="hidden" name="commandId" value="${commandId}">
<button class="primary" name="priority" value="">取号</button>
${rules.priorities.length > 0 && html`<h2 class="kiosk-more">有下面的情况可以先办，点一下取优先号</h2>`}
<div class="reasons">${rules.priorities.map(({ code, label }) => html`<button name="priority" value="${code}">${label}</button>`)}</div>
</form><p><a class="wide" href="/hall">不取了，回去</a></p></main>`,
  );
}

export type Given = { label: string; lines: readonly string[]; time: string; paper: '58' | '80' };

/** The number on the screen, and the same on paper. */
export function ticketPage(around: Around, { label, lines, time, paper }: Given): string {
  return hallPage(
    { ...around, title: label, kind: 'kiosk', backAfter: 20, print: paper },
    html`<main class="ticket"><p class="center">${around.center}</p>
<h1>您的号 <strong>${label}</strong></h1>
<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>
<p class="note">叫过没到，会往后排几个；到窗口说一声就行。</p>
<p class="time">${time} 取</p>
<p class="screen-only"><a class="wide" href="/hall">好了，给下一位</a></p></main>`,
  );
}

export function arrivePage(around: Around, typed: string, problem: string | null): string {
  const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];
  return hallPage(
    { ...around, title: '我有预约', kind: 'kiosk', backAfter: 90 },
    head(around, '输 8 位预约号'),
    html`<main>${problem !== null && html`<p class="problem" role="alert">${icon('late')} ${problem}</p>`}
<form method="post" action="/hall/arrivals">
<label for="code">预约号</label>
<input type="tel" id="code" name="code" inputmode="numeric" maxlength="12" autocomplete="off" value="${typed === '' ? '' : spokenCode(typed)}">
<div class="keys">${keys.map((key) => html`<button type="button" data-digit="${key}">${key}</button>`)}<button type="button" data-digit="back">退一个</button></div>
<button class="primary">取号</button></form>
<p><a class="wide" href="/hall">不记得号，回去直接取号</a></p></main>`,
  );
}
