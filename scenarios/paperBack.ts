import { type Answer, chapter, Unexpected } from './client.ts';
import { looks } from './eyes.ts';
import { counted, press, quiet, type Table } from './manyAtTable.ts';

/** How many of the agreements lie on the scanner. */
const SIGNED_SHEETS = 5;

/** Signed on paper as well: a pile goes into the scanner and finds its places by itself. */
export async function paperComesBack(table: Table, group: Answer): Promise<void> {
  const { play, code, at, desk } = table;
  chapter(play, '六、签了字的纸回来，放进卷里', 'Signed paper comes back and goes into the file.');
  const form = new FormData();
  // Not in the order in which they were printed: people hand them in as they come.
  for (const { agreementId, name } of group.members.slice(0, SIGNED_SHEETS).toReversed()) {
    const pdf = await desk.file(`${at}/agreements/${agreementId}/agreement.pdf`);
    form.append('file', new Blob([new Uint8Array(pdf)]), `${name}.pdf`);
  }
  counted(desk);
  const { id } = await desk.ask('POST', '/api/scans', form, {
    ...{
      zh: '一摞签了字的协议，扫一次。',
      en: 'A pile of signed agreements, scanned at once.',
      status: 201,
      sent: '…',
    },
    show: () => undefined,
  });
  await desk.until(
    `/api/scans/${id}`,
    ({ state }) => state !== 'reading',
    '每一页的二维码都读了。',
    'Every QR is read.',
  );
  const scan = await desk.quietly(`/api/scans/${id}`);
  const unsure = scan.pages.filter(({ doubt }: Answer) => doubt !== null);
  if (scan.state !== 'read' || unsure.length > 0) throw new Unexpected(JSON.stringify({ ...scan, pages: unsure }));
  await looks(play, { name: 'scan', who: desk, path: `/scans/${id}`, size: 'desktop', reads: '能确定的' });
  const papers = [...Map.groupBy(scan.pages as Answer[], ({ place }) => place.subjectId)].map(([subjectId, pages]) => ({
    ...{ code, form: 'agreement', subjectId, pages: pages.map(({ page }) => page) },
  }));
  const results = await press(
    desk,
    `/api/scans/${id}/filings`,
    { papers },
    ['一下归位：每份到各人的协议那里。', 'One press: each to its own agreement.'],
    quiet,
  );
  if (results.some(({ filed }: Answer) => !filed) || papers.length !== SIGNED_SHEETS)
    throw new Unexpected(JSON.stringify(results));
  await desk.get(`${at}/filed-papers`, '卷里有了。', 'They are in the file.', (filed: Answer[]) => filed.length);
  await looks(play, {
    ...{ name: 'filed', who: desk, path: `/disputes/${code}/scans`, size: 'desktop', reads: '人民调解协议书' },
  });
}
