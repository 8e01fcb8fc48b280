import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChainedEvent, canonicalJson, chainHash, chainStart, verifyChain } from './eventChain.ts';

function chain(bodies: unknown[]): ChainedEvent[] {
  let previous = chainStart;
  return bodies.map((body) => {
    previous = chainHash(previous, canonicalJson(body));
    return { hash: previous, body };
  });
}

const story = [
  { type: 'registered', at: new Date('2026-10-16T01:00:00Z') },
  { type: 'accepted', by: '武志强' },
  { type: 'dispatched', unit: '迎泽街道', note: undefined },
];

test('the hash is the SM3 of the standard, over the hash before and the event', () => {
  // GB/T 32905-2016, annex A.1.
  const abc = '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0';
  expect(createHash('sm3').update('abc').digest('hex')).toBe(abc);
  expect(chainHash(abc, '{}')).toBe(createHash('sm3').update(`${abc}\n{}`).digest('hex'));
});

test('an untouched history is confirmed with its count and last hash', () => {
  const events = chain(story);
  expect(verifyChain(events)).toEqual({ ok: true, count: 3, lastHash: events[2]?.hash });
  expect(verifyChain([])).toEqual({ ok: true, count: 0, lastHash: chainStart });
});

test('a changed, a removed and an exchanged event are found where they are', () => {
  const events = chain(story);
  const [first, second, third] = events as [ChainedEvent, ChainedEvent, ChainedEvent];
  const forged = { ...second, body: { type: 'accepted', by: '别人' } };
  expect(verifyChain([first, forged, third])).toMatchObject({ ok: false, at: 1 });
  expect(verifyChain([first, third])).toMatchObject({ ok: false, at: 1 });
  expect(verifyChain([second, first, third])).toMatchObject({ ok: false, at: 0 });
});

test('a part of a history is confirmed from the hash before it', () => {
  const events = chain(story);
  expect(verifyChain(events.slice(1), events[0]?.hash)).toMatchObject({ ok: true, count: 2 });
});

test('the order of keys and a trip through the database change nothing', () => {
  expect(canonicalJson({ b: 1, a: [true, null, 'é'], 中: {} })).toBe('{"a":[true,null,"é"],"b":1,"中":{}}');
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('what JSON cannot say is refused, not silently hashed', () => {
  for (const value of [Number.NaN, 1n, new Map(), undefined, [undefined], () => 1])
    expect(() => canonicalJson(value)).toThrow(TypeError);
});
