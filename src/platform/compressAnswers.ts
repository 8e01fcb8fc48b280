import compress from '@fastify/compress';
import type { Http } from './http.ts';

/**
 * Words and figures travel compressed from a kilobyte on. Papers, pictures and workbooks are so already; the live stream
 * flows. Sizes give nothing away: another site's page cannot ask as somebody who is logged in (SameSite=Strict).
 */
export async function compressAnswers(app: Http): Promise<void> {
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1024,
    customTypes: /^(?:application\/json|text\/(?!event-stream)|image\/svg)/,
    // Nobody sends us anything compressed, and what was could be a thousand times larger than it looks.
    globalDecompression: false,
  });
}
