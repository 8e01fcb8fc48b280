/** Markup that may be sent as it is; everything else is escaped on its way into a page. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Piece = Html | string | number | null | undefined | false | readonly Piece[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For markup that stands in our own files. */
export const raw = (markup: string): Html => new Html(markup);

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

function textOf(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return '';
  if (piece instanceof Html) return piece.text;
  return typeof piece === 'object' ? piece.map(textOf).join('') : escaped(String(piece));
}

/** A page is written as a page: html`<p>${words}</p>`. Values of attributes stand in double quotes. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(parts.map((part, index) => part + textOf(pieces[index])).join(''));
}
