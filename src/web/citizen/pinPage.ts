import { formatCode } from '../../platform/disputeCode.ts';
import { html } from './html.ts';
import { icon } from './icons.ts';
import { type Frame, page, telephone } from './layout.ts';
import { countOf, type Problem, summary } from './problems.ts';

export type Kept = { text: string; form: 'add' | 'contest' | 'object' };

export type PinForm = {
  code: string;
  problem: Problem | undefined;
  /** What the QR's signature says; null when it was not scanned. */
  genuine: boolean | null;
  /** A sentence on why the PIN is asked again. */
  why: string | null;
  /** Typed before the half hour was over, and into which form; comes back after the PIN. */
  kept: Kept | null;
  /** This phone opened the matter a short while ago. */
  open: boolean;
};

function signature(genuine: boolean | null) {
  if (genuine === null) return null;
  return genuine
    ? html`<p class="strip good">${icon('done')} 这张纸是综治中心印的。</p>`
    : html`<p class="strip late" role="alert">${icon('late')} 这个二维码不是综治中心印的。先不要输密码，以登记时拿到的蓝框小票为准，拿不准就到窗口问。</p>`;
}

/** The code alone shows nothing. The PIN is always asked. */
export function pinPage(around: Omit<Frame, 'title' | 'errors'>, form: PinForm): string {
  const { code, problem, genuine, why, kept, open } = form;
  return page(
    { ...around, title: '输入查询密码', errors: countOf(problem) },
    html`<p class="least matter">编号 <span class="code">${formatCode(code)}</span>　<a href="/c">换一个编号</a></p>
<h1>输入查询密码</h1>
${signature(genuine)}
${why && html`<p class="strip">${icon('info')} ${why}</p>`}
${summary(problem)}
${problem && html`<p>${around.phone ? html`找不到密码就打 ${telephone(around.phone)}。` : '找不到密码，带身份证到登记的窗口换一张小票。'}</p>`}
${open && html`<p class="strip">${icon('info')} 您刚才打开过这件事。<a href="/c/${code}/progress">接着看</a></p>`}
<form method="post" action="/c/${code}">
<label for="pin">密码 <span class="hint">6 个数字，在蓝框小票右下角</span></label>
<input class="pin${problem && ' wrong'}" type="tel" id="pin" name="pin" inputmode="numeric" autocomplete="off" maxlength="20" required${problem && html` aria-invalid="true" aria-describedby="problem"`}>
${kept && html`<input type="hidden" name="kept" value="${kept.text}"><input type="hidden" name="keptFor" value="${kept.form}"><p class="hint">您刚才写的话还在，输入密码后接着发。</p>`}
<button class="primary">看办到哪了</button>
</form>`,
  );
}
