import type { FastifyReply } from 'fastify';
import type { Printable } from '../documents/printable.ts';
import { renderPdf } from '../documents/typst.ts';

export async function sendSlip(reply: FastifyReply, form: Printable<unknown>, name: string): Promise<FastifyReply> {
  const pdf = await renderPdf(form);
  return reply
    .type('application/pdf')
    .header('cache-control', 'no-store')
    .header('content-disposition', `inline; filename="${name}.pdf"`)
    .send(pdf);
}
