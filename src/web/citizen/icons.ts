import { type Html, html, raw } from './html.ts';

const ring = '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2"/>';

// Drawn: an old phone has boxes for ◔ and ⓘ.
const shapes = {
  soon: `${ring}<path d="M8 8V2a6 6 0 0 1 6 6z" fill="currentColor"/>`,
  late: '<path d="M8 1.5 15 14H1z" fill="currentColor"/>',
  paused: '<path d="M3.5 2.5h3v11h-3zM9.5 2.5h3v11h-3z" fill="currentColor"/>',
  done: '<path d="m2.5 8.5 3.5 3.5 7.5-8" fill="none" stroke="currentColor" stroke-width="2"/>',
  info: `${ring}<path d="M8 7.2v4M8 4.3v1.5" stroke="currentColor" stroke-width="1.8"/>`,
  open: ring,
  away: '<path d="M2.5 8h11" stroke="currentColor" stroke-width="2"/>',
} as const;

/** Never alone: a word stands beside it. */
export const icon = (name: keyof typeof shapes): Html =>
  html`<svg class="icon" width="18" height="18" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${raw(shapes[name])}</svg>`;
