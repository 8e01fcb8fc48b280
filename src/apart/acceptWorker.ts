import { acceptFile } from '../platform/fileKind.ts';
import { answerApart } from './answerApart.ts';

answerApart(({ bytes, fileName }: { bytes: Uint8Array; fileName: string }) => acceptFile(Buffer.from(bytes), fileName));
