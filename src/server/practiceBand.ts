import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Http } from '../platform/http.ts';

const band = `<div class="practice-band" role="note">练习：这里的人和事都是编的，随便点，每天夜里清空。真的事不要写在这里。</div>`;

const withBand = (page: string): string => page.replace(/<body[^>]*>/, (body) => `${body}${band}`);

/** Whoever looks at a page in practice sees that it is one: the workbench, residents' pages and the hall's screens alike. */
export function practiceBand(app: Http): void {
  app.addHook('onSend', async (_request, reply, payload) => {
    if (!String(reply.getHeader('content-type') ?? '').startsWith('text/html')) return payload;
    if (typeof payload !== 'string' && !(payload instanceof Readable)) return payload;
    reply.removeHeader('content-length');
    return withBand(typeof payload === 'string' ? payload : await text(payload));
  });
}
