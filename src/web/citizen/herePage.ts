import type { PublicToday } from '../../attendance/views.ts';
import { formatClock, formatDay } from '../../platform/now.ts';
import { type Html, html } from './html.ts';
import { icon } from './icons.ts';
import { callLink, type Frame, page } from './layout.ts';

type Around = Omit<Frame, 'title' | 'errors'>;

const marks = { here: 'done', coming: 'soon', later: 'open', onCall: 'open', away: 'away' } as const;
const where = (counter: number | null): Html | null =>
  counter === null ? null : html` <strong>${counter}号窗</strong>`;

function list(today: PublicToday): Html {
  if (!today.open) return html`<p>中心今天不开门。有急事打电话，人身有危险打 110。</p>`;
  if (today.lines.length === 0) return html`<p>这个中心没有别的单位来上班，事情在综合窗口办。</p>`;
  return html`<ul class="lines">${today.lines.map(
    ({ unit, counter, hours, state, words }) =>
      html`<li><span class="words">${icon(marks[state])} ${unit}${where(counter)}</span><br><span class="least">${hours && `${hours}　`}${words}</span></li>`,
  )}</ul>`;
}

/** Who is here today, at which counter and when: no names, and the same for everybody. */
export function herePage(around: Around, today: PublicToday): string {
  return page(
    { ...around, title: '今天谁在中心' },
    html`<h1>今天谁在中心</h1>
<p>${today.center.name}　${formatDay(today.day)}　<span class="least">截至 ${formatClock(new Date(today.asOf))}</span></p>
${today.center.address && html`<p>地址：${today.center.address}</p>`}
${list(today)}
<p>要找的单位今天不在，可以请窗口叫，也可以先问好哪天来再跑。</p>
${today.center.phone && callLink(today.center.phone, '')}
<p><a href="/c/here">别的中心</a></p>`,
  );
}

export type CenterLink = { id: string; name: string; county: string };

/** Every center, county by county. */
export function hereList(around: Around, centers: readonly CenterLink[]): string {
  const byCounty = Map.groupBy(centers, ({ county }) => county);
  return page(
    { ...around, title: '今天谁在中心' },
    html`<h1>今天谁在中心</h1>
<p>选一个中心，看今天哪些单位在、在几号窗、几点在。</p>
${[...byCounty].map(
  ([county, own]) =>
    html`<details><summary>${county}（${own.length}）</summary><ul>${own.map(
      ({ id, name }) => html`<li><a href="/c/here/${id}">${name}</a></li>`,
    )}</ul></details>`,
)}`,
  );
}
