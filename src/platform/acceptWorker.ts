import { answerApart } from './answerApart.ts';
import { acceptFile } from './fileKind.ts';

answerApart(({ bytes, fileName }: { bytes: Uint8Array; fileName: string }) => acceptFile(Buffer.from(bytes), fileName));
