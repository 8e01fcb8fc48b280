import { type Verdict, verify } from '../verify.ts';

const key = document.getElementById('key')?.textContent?.trim() ?? '';
let pdf: Uint8Array | null = null;
let manifest: string | null = null;

const fileWords: Record<Verdict['file'], string> = {
  same: '文件没有改过：和清单里记的摘要一样。',
  changed: '文件不一样：不是清单说的那一份，或者改过。',
  none: '还没有放 PDF 文件。',
};
const manifestWords: Record<Verdict['manifest'], string> = {
  valid: '清单是真的：签名用下面这把公钥验得过。',
  invalid: '清单不对：签名验不过，内容改过，或者不是这里发的。',
  unreadable: '清单读不出来：不是签名清单文件。',
};

function line(text: string, good: boolean | null): HTMLLIElement {
  const item = document.createElement('li');
  item.textContent = `${good === null ? '○' : good ? '✓' : '✗'} ${text}`;
  return item;
}

function show(): void {
  const list = document.getElementById('verdict');
  if (!list) return;
  if (manifest === null) {
    list.replaceChildren(line(pdf === null ? '还没有放文件。' : '还没有放签名清单（manifest.json）。', null));
    return;
  }
  const { file, manifest: signed, said } = verify(pdf, manifest, key);
  const lines = [line(manifestWords[signed], signed === 'valid')];
  if (said && signed === 'valid') {
    lines.push(line(fileWords[file], file === 'none' ? null : file === 'same'));
    const people = `${said.number}，第${said.version}稿，${said.signatures.length} 个签名`;
    lines.push(line(`${people}${said.missing > 0 ? `，还有 ${said.missing} 个没签` : ''}。`, said.missing === 0));
  }
  list.replaceChildren(...lines);
}

async function take(files: Iterable<File>): Promise<void> {
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-') pdf = bytes;
    else manifest = new TextDecoder().decode(bytes);
  }
  show();
}

const input = document.getElementById('files') as HTMLInputElement | null;
input?.addEventListener('change', () => void take(input.files ?? []));
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  void take(event.dataTransfer?.files ?? []);
});
show();
