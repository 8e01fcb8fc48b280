/** The messages of one flight (PostgreSQL's extended protocol), written one behind the other into one buffer. */
const MOST_VALUES = 65_535;
let buffer = Buffer.allocUnsafe(65_536);
let at = 0;

function room(bytes: number): void {
  if (at + bytes <= buffer.length) return;
  const wider = Buffer.allocUnsafe((at + bytes) * 2);
  buffer.copy(wider, 0, 0, at);
  buffer = wider;
}

/** No character takes more than three bytes for each unit of a string. */
const most = (text: string): number => text.length * 3;

function begin(type: string): number {
  room(5);
  buffer[at] = type.charCodeAt(0);
  at += 5;
  return at - 4;
}

function end(start: number): void {
  buffer.writeInt32BE(at - start, start);
}

function name(text: string): void {
  room(most(text) + 1);
  at += buffer.write(text, at);
  buffer[at] = 0;
  at += 1;
}

function short(value: number): void {
  room(2);
  at = buffer.writeUInt16BE(value, at);
}

function long(value: number): void {
  room(4);
  at = buffer.writeInt32BE(value, at);
}

function value(text: string | null): void {
  room(most(text ?? '') + 4);
  const length = text === null ? 0 : buffer.write(text, at + 4);
  at = buffer.writeInt32BE(text === null ? -1 : length, at) + length;
}

export const wire = {
  parse(statement: string, text: string): void {
    const start = begin('P');
    name(statement);
    name(text);
    short(0);
    end(start);
  },
  /** All values go as texts and come as texts. */
  bind(statement: string, values: readonly (string | null)[]): void {
    if (values.length > MOST_VALUES) throw new RangeError(`${values.length} values in one statement`);
    const start = begin('B');
    name('');
    name(statement);
    short(0);
    short(values.length);
    for (const each of values) value(each);
    short(0);
    end(start);
  },
  describe(): void {
    const start = begin('D');
    name('P');
    end(start);
  },
  execute(): void {
    const start = begin('E');
    name('');
    long(0);
    end(start);
  },
  close(statement: string): void {
    const start = begin('C');
    name(`S${statement}`);
    end(start);
  },
  /** Ends the flight: its bytes. */
  sync(): Buffer {
    end(begin('S'));
    const bytes = Buffer.from(buffer.subarray(0, at));
    at = 0;
    return bytes;
  },
};
