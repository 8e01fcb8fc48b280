import { html } from './html.ts';
import { type Frame, hotline, page, telephone } from './layout.ts';
import { countOf, type Problem, summary } from './problems.ts';

type Callable = { name: string; phone: string };
type CodeForm = { typed: string; problem: Problem | undefined; phones: readonly Callable[] };
type Around = Omit<Frame, 'title' | 'errors'>;

/** The front door: whoever has no QR, or no camera, types or pastes what stands on the slip. */
export function codePage(around: Around, { typed, problem, phones }: CodeForm): string {
  return page(
    { ...around, title: '查我的事', errors: countOf(problem) },
    html`<h1>查您的事办到哪了</h1>
${summary(problem)}
<form method="get" action="/c">
<label for="code">编号 <span class="hint">蓝框小票上的 15 位数字</span></label>
<input type="text" id="code" name="code" value="${typed}" inputmode="text" autocomplete="off" maxlength="80" required${problem && html` class="wrong" aria-invalid="true" aria-describedby="problem"`}>
<p class="hint">写成<span class="whole">「迎泽 26-003812-6」</span>、<span class="whole">「140106 26 003812 6」</span>都认得。</p>
<button class="primary">下一步：输入密码</button>
</form>
<h2>想来办事？</h2>
<p><a href="/c/appointments">先约个时间</a>，到了少等；不约也能来取号。来之前看看<a href="/c/here">今天谁在中心</a>。</p>
<h2>没有小票？</h2>
<p>带身份证到您登记的窗口，可以再打一张，密码会换新的。</p>
<h2>想打电话问？</h2>
<ul class="lines">${[...phones, hotline].map(({ name, phone }) => html`<li>${name}　${telephone(phone)}</li>`)}</ul>`,
  );
}
