import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A QR as a picture of gray dots, for Word, which old versions of do not draw SVG; `dots` a module. */
export function qrPng(text: string, dots = 6): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const line = (row: readonly boolean[]): Buffer =>
    Buffer.concat([Buffer.of(0), ...row.map((dark) => Buffer.alloc(dots, dark ? 0 : 255))]);
  const lines = data.flatMap((row) => Array.from({ length: dots }, () => line(row)));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size * dots, 0);
  head.writeUInt32BE(size * dots, 4);
  // 8 bits a dot, gray.
  head.writeUInt8(8, 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(lines))), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}
