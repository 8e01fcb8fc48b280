import { formatDay } from '../../platform/now.ts';
import { spokenCode } from '../../reception/appointment.ts';
import type { FreeDay } from '../../reception/freeSlots.ts';
import { type Service, serviceLabel } from '../../reception/services.ts';
import { slotText } from '../../reception/slots.ts';
import { html } from './html.ts';
import { type Frame, page } from './layout.ts';
import { beside, countOf, type Problem, summary } from './problems.ts';

type Around = Omit<Frame, 'title' | 'errors'>;
type Place = { id: string; name: string };

/** Where: a county first, then one of its centers. */
export function placesPage(around: Around, title: string, places: readonly (Place & { href: string })[]): string {
  return page(
    { ...around, title: '预约' },
    html`<h1>${title}</h1>
<ul class="lines">${places.map(({ href, name }) => html`<li><a class="button" href="${href}">${name}</a></li>`)}</ul>
<p><a href="/c/appointments/mine">已经约了，想看看或者取消</a></p>
<p>不预约也行：上班时间到中心取号，按先来后到办。</p>`,
  );
}

export function daysPage(around: Around, center: Place, days: readonly FreeDay[]): string {
  const free = ({ slots }: FreeDay) => slots.reduce((sum, { left }) => sum + left, 0);
  const day = (each: FreeDay) =>
    free(each) === 0
      ? html`<li>${formatDay(each.day)}　约满了</li>`
      : html`<li><a class="button" href="/c/appointments?center=${center.id}&day=${each.day}">${formatDay(each.day)}</a></li>`;
  return page(
    { ...around, title: '选哪一天' },
    html`<p class="least matter">${center.name}　<a href="/c/appointments">换一个中心</a></p>
<h1>哪一天来？</h1>
${days.length === 0 ? html`<p>这个中心现在不接受预约，请直接去取号。</p>` : html`<ul class="lines">${days.map(day)}</ul>`}`,
  );
}

export type Typed = { slot: string; service: string; name: string; phone: string };
type Form = {
  center: Place;
  day: FreeDay;
  services: readonly Service[];
  typed: Typed;
  commandId: string;
  problem: Problem | undefined;
};

export function bookingPage(around: Around, form: Form): string {
  const { center, day, services, typed, commandId, problem } = form;
  const wrong = (field: string) =>
    problem?.fields[field] && html` class="wrong" aria-invalid="true" aria-describedby="${field}-error"`;
  const radio = (name: 'slot' | 'service', value: string, label: string) =>
    html`<label class="choice"><input type="radio" name="${name}" value="${value}" required${typed[name] === value && html` checked`}> ${label}</label>`;
  const slots = day.slots.filter(({ left }) => left > 0);
  return page(
    { ...around, title: '预约', errors: countOf(problem) },
    html`<p class="least matter">${center.name}　${formatDay(day.day)}　<a href="/c/appointments?center=${center.id}">换一天</a></p>
<h1>几点来？办什么？</h1>
${summary(problem)}
<form method="post" action="/c/appointments">
<input type="hidden" name="center" value="${center.id}"><input type="hidden" name="day" value="${day.day}">
<input type="hidden" name="commandId" value="${commandId}">
<fieldset><legend>几点</legend>${beside(problem, 'slot')}${slots.map(({ slot, text }) => radio('slot', slot, text))}</fieldset>
<fieldset><legend>办什么</legend>${beside(problem, 'service')}${services.map((each) => radio('service', each, serviceLabel(each)))}</fieldset>
<label for="name">怎么称呼您 <span class="hint">姓名或者姓</span></label>
${beside(problem, 'name')}
<input type="text" id="name" name="name" autocomplete="name" required value="${typed.name}"${wrong('name')}>
<label for="phone">电话 <span class="hint">取消时要用后四位</span></label>
${beside(problem, 'phone')}
<input type="tel" id="phone" name="phone" autocomplete="tel" required value="${typed.phone}"${wrong('phone')}>
<p class="hint">姓名、电话只给这个中心的窗口看，用来叫您、找您。</p>
<button class="primary">约这个时间</button>
</form>`,
  );
}

export type Booked = { code: string; center: string; day: string; slot: string; service: string; cancelled: boolean };

export function bookedPage(around: Around, booked: Booked): string {
  const { code, center, day, slot, service, cancelled } = booked;
  return page(
    { ...around, title: '预约号' },
    html`<h1>${cancelled ? '这个预约已经取消' : '约好了'}</h1>
<p class="big">预约号 ${spokenCode(code)}</p>
<ul class="lines"><li>${center}</li><li>${formatDay(day)}　${slotText(day, slot)}</li><li>${serviceLabel(service)}</li></ul>
${
  !cancelled &&
  html`<p>到了先在取号机上选「我有预约」，输这个号；也可以直接到窗口说。到点先叫您，早到的按先后等。</p>
<p>把号记下来，或者按上面的「打印」。</p><p><a class="button" href="/c/appointments/mine">来不了，取消</a></p>`
}`,
  );
}

export type Mine = {
  county: string;
  code: string;
  last4: string;
  counties: readonly Place[];
  problem: Problem | undefined;
};

export function minePage(around: Around, { county, code, last4, counties, problem }: Mine): string {
  return page(
    { ...around, title: '取消预约', errors: countOf(problem) },
    html`<h1>取消预约</h1>
${summary(problem)}
<form method="post" action="/c/appointments/cancellations">
<fieldset><legend>哪个区县的中心</legend>${counties.map(({ id, name }) => html`<label class="choice"><input type="radio" name="county" value="${id}" required${county === id && html` checked`}> ${name}</label>`)}</fieldset>
<label for="code">预约号 <span class="hint">8 个数字</span></label>
<input type="tel" id="code" name="code" inputmode="numeric" maxlength="12" required value="${code}">
<label for="last4">电话后四位</label>
<input type="tel" id="last4" name="last4" inputmode="numeric" maxlength="4" required value="${last4}">
<button>取消这个预约</button>
</form>
<p>不记得号，打中心电话也能取消。</p>`,
  );
}
