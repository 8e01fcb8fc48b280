/** Pictures open beside what they belong to, anything else is saved: nothing that people send in runs here. */
export function fileHeaders({ name, mime }: { name: string; mime: string }): Record<string, string> {
  const way = mime.startsWith('image/') ? 'inline' : 'attachment';
  return {
    'content-type': mime,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'content-disposition': `${way}; filename*=UTF-8''${encodeURIComponent(name)}`,
  };
}
