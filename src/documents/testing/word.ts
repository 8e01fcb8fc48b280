import JSZip from 'jszip';

/** All words of a part of a Word file, in order. */
export async function wordText(docx: Uint8Array, part = /^word\/document\.xml$/): Promise<string> {
  const zip = await JSZip.loadAsync(docx);
  const names = Object.keys(zip.files).filter((name) => part.test(name));
  const parts = await Promise.all(names.map((name) => zip.file(name)?.async('string') ?? ''));
  return parts
    .join('')
    .replaceAll('</w:p>', '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
