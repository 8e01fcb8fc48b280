import { constants, crc32, deflateRawSync } from 'node:zlib';

export type Packed = {
  name: string;
  /** As they are inflated. Or `deflated`: a stream that is not made from them. */
  text?: string | Buffer;
  deflated?: Buffer;
  /** What the archive says of it, where that is not so. */
  says?: { size?: number; at?: number; flags?: number; method?: number };
};

const MEBIBYTE = 1024 * 1024;

/** A deflated stream that holds so many times a mebibyte of one letter between two words: a bomb of some kilobytes. */
export function bombOf(before: string, letter: string, mebibytes: number, after: string): Buffer {
  const part = (text: string, finishFlush: number) => deflateRawSync(text, { finishFlush });
  const full = part(letter.repeat(MEBIBYTE), constants.Z_FULL_FLUSH);
  const last = part(after, constants.Z_FINISH);
  return Buffer.concat([part(before, constants.Z_FULL_FLUSH), ...Array.from({ length: mebibytes }, () => full), last]);
}

function headOf(
  signature: string,
  length: number,
  { flags, method, crc, packed, size }: Record<string, number>,
): Buffer {
  const head = Buffer.alloc(length);
  head.write(signature, 'latin1');
  // The list has one field more before the flags than the entry itself.
  const shift = length === 46 ? 2 : 0;
  head.writeUInt16LE(flags ?? 0, 6 + shift);
  head.writeUInt16LE(method ?? 8, 8 + shift);
  head.writeUInt32LE(crc ?? 0, 14 + shift);
  head.writeUInt32LE(packed ?? 0, 18 + shift);
  head.writeUInt32LE(size ?? 0, 22 + shift);
  return head;
}

/** An archive that may lie about itself. */
export function zipOf(entries: readonly Packed[]): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, text = '', deflated, says = {} } of entries) {
    const bytes = Buffer.from(text);
    const packed = deflated ?? deflateRawSync(bytes);
    const facts = {
      ...{ flags: says.flags ?? 0, method: says.method ?? 8, crc: crc32(bytes) },
      ...{ packed: packed.length, size: says.size ?? bytes.length },
    };
    const spelled = Buffer.from(name);
    const own = headOf('PK\x03\x04', 30, facts);
    const listed = headOf('PK\x01\x02', 46, facts);
    own.writeUInt16LE(spelled.length, 26);
    listed.writeUInt16LE(spelled.length, 28);
    listed.writeUInt32LE(says.at ?? at, 42);
    list.push(listed, spelled);
    parts.push(own, spelled, packed);
    at += own.length + spelled.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length % 65_536, 8);
  end.writeUInt16LE(entries.length % 65_536, 10);
  end.writeUInt32LE(Buffer.concat(list).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...list, end]);
}
