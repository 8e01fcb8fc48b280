import { html } from './html.ts';
import { type Frame, page } from './layout.ts';

/** A page that says one thing and where to go from there. */
export function noticePage(
  around: Omit<Frame, 'errors'>,
  sentences: readonly string[],
  onward: { href: string; label: string },
): string {
  return page(
    around,
    html`<h1>${around.title}</h1>${sentences.map((sentence) => html`<p>${sentence}</p>`)}<a class="button" href="${onward.href}">${onward.label}</a>`,
  );
}
