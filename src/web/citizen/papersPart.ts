import { dayOf, formatDay } from '../../platform/now.ts';
import { hasDays } from '../../residents/promiseDays.ts';
import type { ResidentPage } from '../../residents/residentView.ts';
import { type Html, html } from './html.ts';
import { icon } from './icons.ts';

/** What was agreed, in full: who does what by when. */
export function agreements(view: ResidentPage): Html {
  const each = view.agreements.map(
    ({ head, terms, items }) => html`<h2>协议</h2>
<p>${head}。</p>
<p class="words">${terms}</p>
${
  items.length > 0 &&
  html`<ul class="lines">${items.map(
    ({ what, by, done, kept }) =>
      html`<li><strong class="whole">${by}</strong> ${what}${done && html` <span class="whole">${kept && icon('done')} ${done}</span>`}</li>`,
  )}</ul>`
}`,
  );
  const signed = view.signed.map((sentence) => html`<p>${sentence}</p>`);
  return html`${signed}${each}${hasDays(view) && html`<p><a href="days.ics">把这些日子放进手机日历</a></p>`}`;
}

export function visits({ visits: all }: ResidentPage): Html | null {
  if (all.length === 0) return null;
  return html`<h2>回访</h2>
<ul class="lines">${all.map(({ at, text }) => html`<li><time datetime="${at}">${formatDay(dayOf(new Date(at)))}</time>${text}</li>`)}</ul>`;
}
