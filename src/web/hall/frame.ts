import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Html, html, type Piece } from '../citizen/html.ts';
import { screenScript } from './onScreen.ts';

export const hallStyle = readFileSync(new URL('hall.css', import.meta.url), 'utf8');
const version = createHash('sha256')
  .update(hallStyle + screenScript)
  .digest('hex')
  .slice(0, 12);

export type Frame = {
  title: string;
  center: string;
  kind: 'kiosk' | 'display' | 'counter' | 'none';
  large?: boolean;
  /** Seconds without a touch until the page goes back to its beginning, so that the next person finds it. */
  backAfter?: number;
  /** Seconds after which a screen without a script asks again. */
  again?: number;
  print?: '58' | '80';
};

const paper = (width: '58' | '80'): Html =>
  html`<style media="print">@page { size: ${width}mm auto; margin: 3mm 4mm; }</style>`;

export function hallPage(frame: Frame, ...content: readonly Piece[]): string {
  const { title, center, kind, large = false, backAfter, again, print } = frame;
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title} – ${center}</title>
<link rel="stylesheet" href="/hall/style.css?v=${version}">
${again !== undefined && html`<noscript><meta http-equiv="refresh" content="${again}"></noscript>`}
${print && paper(print)}
</head>
<body class="${kind}${large && ' large'}"${print && html` data-print="now"`}${backAfter !== undefined && html` data-back="${backAfter}"`}>
${content}
<script src="/hall/script.js?v=${version}" defer></script>
</body>
</html>
`.text;
}
