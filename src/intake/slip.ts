import { type FrameFacts, type Printable, type SheetFrame, sheetFrame } from '../documents/printable.ts';
import { formatDocumentDay } from '../platform/now.ts';

export type SlipFacts = FrameFacts & {
  centerPhone: string | null;
  counterLabel: string | null;
  receptionist: string;
  /** 15 digits */
  code: string;
  /** 6 digits, known only while the slip is printed for the first time */
  pin: string | null;
  title: string;
  /** calendar day, 2026-09-29 */
  registeredOn: string;
  /** Slips lie about on counters and kitchen tables: nobody's name is on them. */
  parties?: never;
  nextStep: string;
  /** as the pages say it: 10月9日（周五）24时 */
  nextBy: string | null;
  arithmetic: string[];
  whoToAsk: string;
  waysIfUnhappy: string[];
  address: string | null;
};

export type SlipSheet = SheetFrame & {
  pin: [string, string] | null;
  title: string;
  registered: string;
  nextStep: string;
  nextBy: string | null;
  arithmetic: string[];
  whoToAsk: string[];
  waysIfUnhappy: string[];
  lookUp: string[];
};

/** The slip a resident takes home from the counter (A5). */
export function slip(facts: SlipFacts): Printable<SlipSheet> {
  if (!/^\d{15}$/.test(facts.code)) throw new Error(`a dispute code has 15 digits: ${facts.code}`);
  if (facts.pin !== null && !/^\d{6}$/.test(facts.pin)) throw new Error('a PIN has 6 digits');
  return {
    template: 'intake/slip.typ',
    data: {
      ...sheetFrame(facts),
      pin: facts.pin === null ? null : [facts.pin.slice(0, 3), facts.pin.slice(3)],
      title: facts.title,
      registered: received(facts),
      nextStep: facts.nextStep,
      nextBy: facts.nextBy,
      arithmetic: facts.arithmetic,
      whoToAsk: whoToAsk(facts),
      waysIfUnhappy: facts.waysIfUnhappy,
      lookUp: lookUp(facts),
    },
  };
}

/** Who received it is not known of everything that an old ledger brings. */
function received({ registeredOn, counterLabel, receptionist }: SlipFacts): string {
  const by = `${counterLabel ?? ''}${receptionist}`;
  return `${formatDocumentDay(registeredOn)}${by && `，${by}接待`}`;
}

function whoToAsk({ whoToAsk, centerPhone, address }: SlipFacts): string[] {
  return [whoToAsk, centerPhone && `电话 ${centerPhone}`, address].filter((line): line is string => Boolean(line));
}

function lookUp({ centerPhone }: SlipFacts): string[] {
  return [
    '手机扫右上角的码，输入查询密码，就能看到办到哪一步。',
    centerPhone ? '不用手机也行：打电话报编号，或者来窗口问。' : '不用手机也行：带着这张小票来窗口问。',
  ];
}
