import type { FastifyReply } from 'fastify';
import { printPdf } from '../documents/pressApart.ts';
import type { Printable } from '../documents/printable.ts';

export async function sendSlip(reply: FastifyReply, form: Printable<unknown>, name: string): Promise<FastifyReply> {
  const pdf = await printPdf(form);
  return reply
    .type('application/pdf')
    .header('cache-control', 'no-store')
    .header('content-disposition', `inline; filename="${name}.pdf"`)
    .send(pdf);
}
