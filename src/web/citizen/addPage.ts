import type { ResidentPage } from '../../residents/residentView.ts';
import { html } from './html.ts';
import { icon } from './icons.ts';
import { type Frame, page } from './layout.ts';
import { beside, countOf, type Problem, summary } from './problems.ts';

export type AddForm = {
  view: ResidentPage;
  token: string;
  /** Sent twice, each acts once. */
  commandIds: { message: string; files: string };
  text: string;
  problem: Problem | undefined;
  /** What was saved just now, while the words were not sent yet. */
  saved: readonly string[];
};

const allowed = '.jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.mp3,.m4a,.wav,.amr,.mp4,.txt';

/** Words and papers in one form: pressing either button keeps what the other part holds. */
export function addPage(around: Omit<Frame, 'title' | 'errors'>, form: AddForm): string {
  const { view, token, commandIds, text, problem, saved } = form;
  const to = [view.unit, view.handler].filter(Boolean).join(' ');
  return page(
    { ...around, title: '说句话、补材料', errors: countOf(problem) },
    html`<p class="least matter">${view.title}　<span class="code">${view.codeGrouped}</span></p>
<h1>说句话、补材料</h1>
${summary(problem)}
${saved.length > 0 && html`<p class="strip good" role="status">${icon('done')} 收到 ${saved.length} 份：${saved.join('、')}。您写的话还没有发，在下面。</p>`}
${view.waitingFor?.asked && html`<p class="strip soon">${icon('soon')} ${view.waitingFor.sentence}</p>`}
<p>发出后${to}会看到，另一方看不到。办理的日期不变。</p>
<form method="post" action="/c/${view.code}/messages" enctype="multipart/form-data">
<input type="hidden" name="token" value="${token}">
<input type="hidden" name="commandId" value="${commandIds.message}">
<input type="hidden" name="filesId" value="${commandIds.files}">
<label for="text">想说的话 <span class="hint">最多 1000 字</span></label>
${beside(problem, 'text')}
<textarea id="text" name="text" rows="4"${problem?.fields.text && html` class="wrong" aria-invalid="true" aria-describedby="text-error"`}>${text}</textarea>
<label for="files">材料 <span class="hint">照片、PDF、Word、录音；一次最多 10 个，每个不超过 20 MB</span></label>
${beside(problem, 'files')}
<input type="file" id="files" name="files" multiple accept="${allowed}"${problem?.fields.files && html` aria-invalid="true" aria-describedby="files-error"`}>
<button formaction="/c/${view.code}/files">先把材料传上去</button>
<button class="primary">发给${to || '中心'}</button>
</form>
<p><a class="button" href="/c/${view.code}/progress">不写了，回去看进度</a></p>`,
  );
}
