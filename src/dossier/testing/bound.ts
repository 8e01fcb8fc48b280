import { PDFiumLibrary } from '@hyzyla/pdfium';
import { jobsAtRest } from '../../platform/startJob.sql.ts';
import type { TestApp } from '../../server/testing/app.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;

/** The words of each page, as another program than ours reads them out of the file. */
export async function pagesOf(pdf: Buffer): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages = [...document.pages()].map((page) => page.getText().replaceAll(/\s+/g, ''));
  document.destroy();
  library.destroy();
  return pages;
}

/** Binds the file and fetches it. */
export async function bindAs(by: Client, code: string) {
  const started = await by.post(`/api/disputes/${code}/dossier/bindings`, {}, 201);
  await jobsAtRest();
  const job = await by.get(`/api/jobs/${started.id}`);
  if (job.state !== 'done') throw new Error(`${job.state}: ${job.problem}`);
  const answer = await by.raw('GET', `/api/disputes/${code}/dossier/files/${job.result.id}/0`);
  return {
    id: job.result.id as string,
    leftOut: job.result.leftOut,
    pages: await pagesOf(answer.rawPayload),
    pdf: answer.rawPayload,
  };
}
