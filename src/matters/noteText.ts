const lead: Readonly<Record<string, string>> = {
  basis: '依据：',
  goTo: '您可以去：',
  limit: '期限：',
  papers: '要带：',
  importedResult: '原台账的处理结果：',
  importedRow: '原台账里还写着：',
  importedNumbers: '原台账写的号码：',
  firstContact: '原台账写的接待人：',
};

/** A note as people read it: stored are the words alone, what they are is said before them. */
export const noteText = ({ kind, body }: { readonly kind: string; readonly body: string }): string =>
  `${lead[kind] ?? ''}${body}`;
