import { afterAll, beforeAll, expect, test } from 'vitest';
import { printPdf } from '../documents/pressApart.ts';
import { sheetFrame } from '../documents/printable.ts';
import { markEverySheet } from '../documents/sheetMark.ts';
import { frame } from '../documents/testing/pages.ts';
import { signedInAs } from '../people/testing/signedIn.ts';
import { type TestApp, testApp } from './testing/app.ts';

let practice: TestApp;
let real: TestApp;
beforeAll(async () => {
  const now = new Date('2026-10-14T02:00:00Z');
  practice = await testApp(now, { FENGQIAO_MODE: 'practice' });
  real = await testApp(now);
}, 60_000);
afterAll(async () => {
  await practice?.close();
  await real?.close();
});

const page = async (app: TestApp) => (await app.app.inject({ url: '/c' })).body;

test('every page of practice says that nothing there is real, and no page of the real one does', async () => {
  expect(await page(practice)).toContain('<body><div class="practice-band" role="note">练习');
  expect(await page(real)).not.toContain('practice-band');
});

test('what is no page is left as it is', async () => {
  const answer = await practice.app.inject({ url: '/healthz' });
  expect(answer.body).not.toContain('practice-band');
});

test('a log-in to practice does not open the real one beside it, nor the other way round', async () => {
  const status = async (app: TestApp, cookie: string) =>
    (await app.app.inject({ url: '/api/me', headers: { cookie } })).statusCode;
  const learner = await signedInAs(practice.db, 'receptionist', '140106-center');
  const official = await signedInAs(real.db, 'receptionist', '140106-center');
  expect(await status(real, official)).toBe(200);
  expect(await status(practice, `practice-${learner}`)).toBe(200);
  expect(await status(practice, learner)).toBe(401);
  expect(await status(real, `practice-${official}`)).toBe(401);
});

test('paper of practice carries the word across the sheet, so it is never taken for a real one', async () => {
  const form = {
    template: 'documents/specimen.typ',
    data: { ...sheetFrame(frame), text: '郭秀兰', paper: 'a5' },
  } as const;
  const plain = await printPdf(form);
  markEverySheet('练习');
  const marked = await printPdf(form);
  markEverySheet('');
  expect(marked.length).toBeGreaterThan(plain.length + 200);
});
