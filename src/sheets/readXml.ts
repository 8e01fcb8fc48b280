import { SaxesParser } from 'saxes';
import { Broken, tooBig } from './bookSentences.ts';

export type Attributes = Readonly<Record<string, string>>;
/** What is done at each mark, by its name without a prefix. */
export type XmlReader = {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(text: string): void;
};

/** So many letters without a mark: no office program writes a text, a tag or a comment that long. */
const MOST_BETWEEN_MARKS = 2 * 1024 * 1024;
const DEEPEST = 100;
/** Exporting programs write letters that XML does not allow, and people open such files every day. */
const forgiven = /disallowed character\.$|entity|duplicate attribute/;
const MOST_FORGIVEN = 10_000;

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

export const attribute = (attributes: Attributes, name: string): string | undefined =>
  attributes[name] ?? Object.entries(attributes).find(([each]) => bare(each) === name)?.[1];

/** A parser that ends at what an office program never writes, and how far it is since the last mark. */
function parserOf({ open, close, text }: XmlReader) {
  const parser = new SaxesParser({ position: false });
  const state = { since: 0, depth: 0, wrong: 0 };
  const mark = () => {
    state.since = 0;
  };
  parser.on('opentag', ({ name, attributes }) => {
    mark();
    if (++state.depth > DEEPEST) throw new Broken('too deep');
    open(bare(name), attributes as Attributes);
  });
  parser.on('closetag', ({ name }) => {
    mark();
    state.depth -= 1;
    close(bare(name));
  });
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  parser.on('doctype', () => {
    throw new Broken('a document type');
  });
  parser.on('error', ({ message }) => {
    if (!forgiven.test(message) || ++state.wrong > MOST_FORGIVEN) throw new Broken(message);
  });
  return { parser, state };
}

/** Reads a part as it comes out of the archive, in the memory of one piece; what the reader gives is handed on piece by piece. */
export async function* throughXml<T>(
  bytes: AsyncIterable<Buffer>,
  readerOf: (give: (thing: T) => void) => XmlReader,
): AsyncGenerator<T> {
  let given: T[] = [];
  const { parser, state } = parserOf(readerOf((thing) => given.push(thing)));
  const decoder = new TextDecoder();
  for await (const part of bytes) {
    state.since += part.length;
    parser.write(decoder.decode(part, { stream: true }));
    if (state.since > MOST_BETWEEN_MARKS) tooBig();
    yield* given;
    given = [];
  }
  parser.close();
  yield* given;
}

/** A part that is read whole before anything else is done. */
export async function readXml(bytes: AsyncIterable<Buffer>, reader: XmlReader): Promise<void> {
  for await (const _ of throughXml(bytes, () => reader));
}
