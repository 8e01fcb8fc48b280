import { answerApart } from '../apart/answerApart.ts';
import { Refusal } from '../platform/refusal.ts';
import { readTemplate } from './readTemplate.ts';

const broken = () =>
  new Refusal(
    'invalid',
    'templateBroken',
    '这个文件打不开，不是 Word 文件（.docx），或者太长、没有传完整。在 Word 里打开，另存为 .docx 再传。',
  );

answerApart(async ({ file }: { file: Uint8Array }) => {
  try {
    return await readTemplate(Buffer.from(file));
  } catch (error) {
    throw error instanceof Refusal ? error : broken();
  }
});
