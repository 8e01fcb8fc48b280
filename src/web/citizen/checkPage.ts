import { formatDocumentDay } from '../../platform/now.ts';
import type { PaperCheck } from '../../signing/signingViews.ts';
import { html } from './html.ts';
import { icon } from './icons.ts';
import { type Frame, page } from './layout.ts';

const verdicts = {
  stands: { mark: 'done', head: '真实有效', words: '这份协议书是真的，签过字以后没有改过。' },
  voided: { mark: 'away', head: '有改动，已作废', words: '这份协议书后来改过，手上这一稿作废了。请用最新的一份。' },
  unsigned: { mark: 'open', head: '还没有签齐', words: '这份协议书是真的，还有人没有签字。' },
} as const;

/** What a paper's code says: number, whether it stands, the day of signing. No name, no sum. */
export function checkPage(frame: Omit<Frame, 'title'>, found: PaperCheck | null, problem: string | null): string {
  if (!found)
    return page(
      { ...frame, title: '核对协议书' },
      html`<h1>${problem ?? '查无此件'}</h1>
${problem === null && html`<p>这里没有发过这样的协议书。再扫一次；还是没有，带上它到中心窗口问。</p>`}`,
    );
  const { mark, head, words } = verdicts[found.state];
  return page(
    { ...frame, title: '核对协议书' },
    html`<h1>${icon(mark)} ${head}</h1>
<p>${words}</p>
<p>协议编号：${found.number}</p>
${found.signedOn && html`<p>签字日期：${formatDocumentDay(found.signedOn)}</p>`}`,
  );
}
