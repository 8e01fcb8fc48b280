import type { Locator, Page } from 'playwright-core';
import { draftRules, fillReception, previewCalendar, register, rehearseRules } from './acts.ts';

type Ours = { readonly code: string; readonly pin: string };
/** Codes that the addresses of the pictures need. */
export type Sight = {
  readonly triage: string;
  readonly dispatch: string;
  readonly handling: string;
  readonly verify: string;
  readonly underWay: Ours;
  readonly over: Ours;
};
export type Ready = Locator;
export type Shot = {
  readonly name: string;
  /** A demo log-in; `resident` has a phone without JavaScript. */
  readonly who: string;
  path(sight: Sight): string;
  ready(page: Page): Ready;
  /** What is done before the picture is taken. */
  act?(page: Page, sight: Sight): Promise<void>;
};

const head = (page: Page) => page.getByRole('heading', { level: 1 });
const rows = (page: Page) => page.getByRole('main').getByRole('listitem').or(page.getByRole('cell'));
const staff = (name: string, who: string, path: string, more: Partial<Shot> = {}): Shot => ({
  name,
  who,
  path: () => path,
  ready: head,
  ...more,
});
const form = (page: Page) => page.getByRole('button', { name: /^先不/ });
const outlook = (page: Page) => page.getByRole('region', { name: '按下之后会发生什么' }).waitFor();

const resident = (name: string, ours: (sight: Sight) => Ours, part: string, more: Partial<Shot> = {}): Shot => ({
  name,
  who: 'resident',
  path: (sight) => `/c/${ours(sight).code}`,
  ready: (page) => page.getByLabel('密码'),
  async act(page, sight) {
    await page.getByLabel('密码').fill(ours(sight).pin);
    await page.getByRole('button', { name: '看办到哪了' }).click();
    await page.waitForURL('**/progress');
    if (part !== 'progress') await page.goto(`/c/${ours(sight).code}/${part}`);
  },
  ...more,
});
const underWay = (sight: Sight) => sight.underWay;
const over = (sight: Sight) => sight.over;

/** One picture a page, as the person who works or reads it would see it. */
export const shots: readonly Shot[] = [
  { ...staff('login', 'nobody', '/login'), ready: (page) => page.getByRole('button', { name: '登录', exact: true }) },
  staff('work', 'wuzhiqiang', '/work', { ready: rows }),
  staff('register', 'jiamin', '/reception', { act: fillReception }),
  staff('registered', 'jiamin', '/reception', { act: register }),
  staff('imports', 'lina', '/imports'),
  staff('import-checked', 'lina', '/imports', {
    act: async (page) => {
      await page.locator('input[type=file]').setInputFiles('seeds/samples/ledger-sample.xlsx');
      await page.getByRole('button', { name: '检查每一行' }).click();
      await page.getByRole('heading', { name: '检查结果' }).waitFor();
    },
  }),
  staff('paper', 'jiamin', '/paper'),
  staff('hall-queue', 'hanxue', '/reception/queue', { ready: rows }),
  staff('hall-appointments', 'hanxue', '/reception/appointments', { ready: rows }),
  staff('hall-visits', 'hanxue', '/reception/visits', { ready: rows }),
  staff('hall-devices', 'guozhiming', '/reception/devices'),
  staff('dispute', 'wuzhiqiang', '', { path: (sight) => `/disputes/${sight.handling}` }),
  staff('triage', 'lina', '', { path: (sight) => `/disputes/${sight.triage}?act=triage`, ready: form }),
  staff('dispatch', 'lina', '', {
    path: (sight) => `/disputes/${sight.dispatch}?act=dispatch`,
    ready: form,
    act: outlook,
  }),
  staff('settle', 'wuzhiqiang', '', { path: (sight) => `/disputes/${sight.underWay.code}?act=settle`, ready: form }),
  staff('verify', 'wangfang', '', {
    path: (sight) => `/disputes/${sight.verify}?act=verifyClosure`,
    ready: form,
    act: outlook,
  }),
  staff('masked', 'xieyumei', '', { path: (sight) => `/disputes/${sight.underWay.code}` }),
  staff('ledger', 'zhangweimin', '/ledger?due=7d', { ready: rows }),
  staff('ledger-filters', 'zhangweimin', '/ledger?category=02,03&opened=2026-01-01..&amount=1000..', {
    ready: rows,
    act: async (page) => {
      await page.keyboard.press('f');
      await page.getByLabel('受理中心').waitFor();
    },
  }),
  staff('ledger-dimensions', 'zhangweimin', '/ledger/dimensions', { ready: rows }),
  staff('ledger-outputs', 'zhangweimin', '/ledger/outputs', {}),
  staff('notices', 'lina', '/notices', { ready: rows }),
  staff('search', 'lina', '/work', {
    ready: rows,
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('tz');
    },
  }),
  staff('keys', 'lina', '/work', {
    ready: rows,
    act: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  }),
  staff('people', 'qixiangdong', '/people', { ready: rows }),
  staff('reorganizations', 'qixiangdong', '/reorganizations'),
  staff('handovers', 'wuzhiqiang', '/handovers', { ready: rows }),
  staff('phrases', 'wuzhiqiang', '/phrases'),
  staff('network', 'qixiangdong', '/network?county=140106', { ready: rows }),
  staff('arithmetic', 'wuzhiqiang', '', {
    path: (sight) => `/disputes/${sight.handling}`,
    act: (page) => page.getByRole('button', { name: '算给我看' }).first().click(),
  }),
  staff('morning', 'guozhiming', '/briefing', { ready: (page) => page.locator('.chart svg').last() }),
  staff('report', 'guozhiming', '/reports', { ready: rows }),
  staff('definitions', 'guozhiming', '/definitions', { ready: (page) => page.locator('.open-line') }),
  staff('board', 'zhangweimin', '/supervision', { ready: rows }),
  staff('board-clocks', 'zhangweimin', '/supervision?by=clock', { ready: rows }),
  staff('board-list', 'zhangweimin', '/supervision/matters?state=late', { ready: rows }),
  staff('supervision-notices', 'zhangweimin', '/supervision/notices', { ready: rows }),
  staff('rulings', 'gaolinfeng', '/rulings', { ready: rows }),
  staff('duplicates', 'lina', '/duplicates'),
  staff('deliveries', 'jiamin', '/deliveries', {}),
  staff('delivery-texts', 'jiamin', '/deliveries/texts', {}),
  staff('clues', 'sunhaixia', '/clues', { ready: rows }),
  staff('clue-new', 'sunhaixia', '/clues/new', {}),
  staff('calendar', 'qixiangdong', '/calendar', { ready: (page) => page.getByRole('button', { name: '粘贴通知' }) }),
  staff('calendar-preview', 'qixiangdong', '/calendar', { act: previewCalendar }),
  staff('settings', 'lina', '/settings'),
  staff('settings-difference', 'lina', '/settings', { act: draftRules }),
  staff('settings-rehearsal', 'lina', '/settings', { act: rehearseRules }),
  staff('settings-versions', 'lina', '/settings/versions', { ready: rows }),
  staff('presence', 'jiamin', '/presence', { ready: rows }),
  staff('presence-week', 'jiamin', '/presence?part=week', { ready: rows }),
  staff('duty-log', 'guozhiming', '/duty'),
  staff('duty-roster', 'guozhiming', '/duty?part=roster', { ready: rows }),
  staff('absences', 'gaojianguo', '/absences', { ready: rows }),
  staff('sessions', 'lina', '/sessions', { ready: rows }),
  staff('second-factor', 'lina', '/second-factor'),
  staff('password', 'lina', '/password'),
  staff('trail', 'bianjing', '/trail', { ready: rows }),
  { ...staff('resident-code', 'resident', '/c'), ready: (page) => page.getByLabel('编号') },
  resident('resident-pin', underWay, '', { act: async () => {} }),
  resident('resident', underWay, 'progress'),
  resident('resident-large', underWay, 'progress', {
    async act(page, sight) {
      await resident('', underWay, 'progress').act?.(page, sight);
      await page.getByRole('link', { name: '长辈版' }).click();
    },
  }),
  resident('resident-add', underWay, 'add'),
  resident('resident-closed', over, 'progress'),
  resident('resident-rate', over, 'rate'),
  resident('resident-contest', over, 'contest'),
];
