import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const shell = (script: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>核对签过的调解协议</title>
<style>
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem; font: 18px/1.6 sans-serif; color: #1d2327; background: #f5f3ee; }
code { overflow-wrap: anywhere; }
input { font: inherit; }
</style>
</head>
<body>
<h1>核对签过的调解协议</h1>
<p>这一页不用上网，文件不会传到别处。把 agreement.pdf 和 manifest.json 一起选上，或者拖到这一页。</p>
<p><label>选文件 <input type="file" id="files" multiple accept=".pdf,.json"></label></p>
<ul id="verdict" aria-live="polite"></ul>
<p>用来核对的公钥（SM2）。和发协议的中心公布的对一对，一样才算数：</p>
<p><code id="key">PUBLIC_KEY_OF_THIS_HOUSE</code></p>
<p>电话里对，念这八组（公钥的指纹）：<code>FINGERPRINT_OF_THIS_HOUSE</code></p>
<p>核对说明文件和清单没有改过、是这套系统发的。它不是电子签名法第十三条说的可靠的电子签名；手签、盖章的纸质协议书才是原件。</p>
<script>
${script.replaceAll('</script', '<\\/script')}
</script>
</body>
</html>
`;

/** The verifier as one file: its script and the two algorithms it needs, in the page. */
async function buildVerifier(): Promise<string> {
  const built = await build({
    ...{ configFile: false, logLevel: 'silent', mode: 'production' },
    build: {
      ...{ write: false, minify: true, emptyOutDir: false },
      lib: { entry: at('../src/signing/verifier/page.ts'), formats: ['iife'], name: 'verifier', fileName: 'verifier' },
    },
  });
  const [first] = [built].flat();
  const script = first && 'output' in first ? first.output[0].code : '';
  return shell(script);
}

const [, , to = at('../src/signing/verifier/verifier.html')] = process.argv;
writeFileSync(to, await buildVerifier());
