import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Insider, insiders, outsiders, type Person } from './access.matrix.ts';
import { accessScene, type Client } from './testing/accessScene.ts';
import type { TestApp } from './testing/app.ts';

let it: TestApp;
let code = '';
let client: (person: Person) => Client;
beforeAll(async () => {
  ({ it, client, code } = await accessScene());
}, 120_000);
afterAll(() => it?.close());

/** By hand from access.md: who has the dispute in hand, mediates it, or receives people at its center. */
const callers: readonly Insider[] = [
  ...(['receptionist', 'secondReceptionist', 'dispatcher', 'centerLeader'] as const),
  ...(['leadHead', 'handler', 'appointedMediator'] as const),
];
const everyone: readonly Person[] = [...insiders, ...outsiders];

test('who may call a sitting about a dispute; others who know of it are told who does, and for the rest there is nothing', async () => {
  // Yesterday: whoever is past the door is told so, and nothing is booked.
  const yesterday = {
    ...{
      form: 'joint',
      day: '2026-10-13',
      from: '09:00',
      to: '10:00',
      roomIds: [],
      place: '社区',
      agenda: '',
      bring: '',
    },
    ...{ partyIds: [], postIds: [], unitIds: [], leadingUnitId: null, shared: [], otherCodes: [] },
  };
  const seen: Record<string, number> = {};
  for (const person of everyone)
    seen[person] = (await client(person).raw('POST', `/api/disputes/${code}/sittings`, yesterday)).statusCode;
  const due = (person: Person): number =>
    callers.includes(person as Insider) ? 422 : insiders.includes(person as Insider) ? 403 : 404;
  expect(seen).toEqual(Object.fromEntries(everyone.map((person) => [person, due(person)])));
});

test('the button is there for exactly those', async () => {
  const may: string[] = [];
  for (const person of insiders)
    if ((await client(person).get(`/api/disputes/${code}/sittings`)).mayCall) may.push(person);
  expect(may.toSorted()).toEqual([...callers].toSorted());
});
