import { type Html, html, type Piece } from './html.ts';
import { stylesheetPath } from './stylesheet.ts';

/** What stands around every page. */
export type Frame = {
  title: string;
  /** 长辈版: chosen on this device, remembered by a cookie. */
  large: boolean;
  /** Where this page is, for the link that changes the size of print. */
  path: string;
  /** Where the paper twin is. */
  print: string;
  centerName: string | null;
  phone: string | null;
  /** How many answers must be changed. */
  errors?: number;
};

export const leaf = html`<svg class="leaf" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path fill="currentColor" d="m12 1 2 4.3 2.3-1.2-.6 5 3-2.6.6 1.9 3-.4-1.5 3 1.7 1.2-4.9 3.6.5 1.9-5.1-.9.1 5.7h-2.2l.1-5.7-5.1.9.5-1.9L1.5 12.2l1.7-1.2-1.5-3 3 .4.6-1.9 3 2.6-.6-5L10 5.3z"/></svg>`;

const mark = html`<svg width="30" height="28" viewBox="0 0 34 28" aria-hidden="true" focusable="false"><path fill="currentColor" d="M2 23v-3C2 13 7 8.5 14 8.5S26 13 26 20v3h-4v-2.5c0-4.6-3.5-7.5-8-7.5s-8 2.9-8 7.5V23z"/><path stroke="currentColor" stroke-width="1.5" d="M1 25.5h26"/><path fill="#b0502a" transform="translate(20 0) scale(.54)" d="m12 1 2 4.3 2.3-1.2-.6 5 3-2.6.6 1.9 3-.4-1.5 3 1.7 1.2-4.9 3.6.5 1.9-5.1-.9.1 5.7h-2.2l.1-5.7-5.1.9.5-1.9L1.5 12.2l1.7-1.2-1.5-3 3 .4.6-1.9 3 2.6-.6-5L10 5.3z"/></svg>`;

/** The line of every city's government answers where no number of a center's own is known. */
export const hotline = { name: '政务服务便民热线', phone: '12345' } as const;

export const telephone = (phone: string): Html => html`<a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a>`;

export const callLink = (phone: string, look: string): Html =>
  html`<a class="button ${look}" href="tel:${phone.replace(/[^\d+]/g, '')}">打电话 ${phone}</a>`;

function footer({ centerName, phone }: Frame): Html {
  return html`<footer class="column foot least">
    <p>${centerName ?? '太原市社会治安综合治理中心'}　电话 ${phone ? telephone(phone) : html`${telephone(hotline.phone)}（${hotline.name}）`}</p>
    <p>不用手机也行：带着小票到窗口问，或者打电话报编号。</p>
  </footer>`;
}

const description =
  '综治中心的群众查询页：凭小票上的编号和查询密码，看自己的事办到哪一步、哪天以前办；也能预约、看今天谁在中心。不用注册。';

/** One column, no script: everything works by links and forms. */
export function page(frame: Frame, ...content: readonly Piece[]): string {
  const { title, large, path, errors = 0 } = frame;
  const size = `/c/size?to=${large ? 'standard' : 'large'}&back=${encodeURIComponent(path)}`;
  const fullTitle = `${errors > 0 ? `有 ${errors} 处要改 – ` : ''}${title} – 枫桥台`;
  return html`<!doctype html>
<html lang="zh-CN"${large && html` class="large"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no">
<meta name="description" content="${description}">
<title>${fullTitle}</title>
<link rel="stylesheet" href="${stylesheetPath}">
</head>
<body>
<a class="skip" href="#main">直接看内容</a>
<header class="top">
<a class="brand" href="/c">${mark}枫桥台</a>
<nav class="tools" aria-label="字号和打印"><a href="${size}">${large ? '标准字' : '长辈版'}</a> <a href="${frame.print}">打印</a></nav>
</header>
<main class="column" id="main">
${content}
</main>
${footer(frame)}
</body>
</html>
`.text;
}
