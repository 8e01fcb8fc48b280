import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { notices, specialDaysOf } from './notices.ts';
import { readNotice } from './readNotice.ts';

const notice2025 = `国务院办公厅关于2025年
部分节假日安排的通知
国办发明电〔2024〕12号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2025年元旦、春节、清明节、劳动节、端午节、国庆节和中秋节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作，遇有重大突发事件，要按规定及时报告并妥善处置，确保人民群众祥和平安度过节日假期。
国务院办公厅
2024年11月12日`;

const notice2026 = `国务院办公厅关于2026年部分节假日安排的通知
国办发明电〔2025〕7号
　　经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
　　一、元旦： 1 月 1 日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
　　二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
　　三、清明节：4月4日（周六）至6日（周一）放假，共3天。
　　四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
　　五、端午节：6月19日（周五）至21日（周日）放假，共3天。
　　六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
　　七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
　　国务院办公厅
　　2025年11月4日`;

const shipped = (year: number) => {
  const days = notices.filter((notice) => notice.year === year).flatMap(specialDaysOf);
  return days.sort((a, b) => (a.day < b.day ? -1 : 1));
};

describe('the text of a notice as it is copied from the web', () => {
  test.each([
    [2025, notice2025, '国办发明电〔2024〕12号', '2024-11-12'],
    [2026, notice2026, '国办发明电〔2025〕7号', '2025-11-04'],
  ])('gives exactly the days of %i', (year, text, source, publishedOn) => {
    const read = readNotice(text, 2030);
    expect(read.days).toEqual(shipped(year));
    expect(read).toMatchObject({ year, source, publishedOn, problems: [] });
  });

  test.each([
    [
      'brackets, colons and spaces of another keyboard',
      (text: string) => text.replace(/（/g, ' (').replace(/）/g, ') ').replace(/：/g, ':'),
    ],
    [
      'full-width digits',
      (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ],
    ['dashes in the place of 至', (text: string) => text.replace(/至(?=\d)/g, '—')],
    ['星期 in the place of 周', (text: string) => text.replace(/周(?=[一二三四五六日])/g, '星期')],
    ['commas in the place of the stops inside', (text: string) => text.replace(/(共\d+天)。(?=\d)/g, '$1，')],
    ['no weekdays at all', (text: string) => text.replace(/（[^（）]*）/g, '')],
  ])('reads the same with %s', (_how, change) => {
    expect(readNotice(change(notice2026), 2026).days).toEqual(shipped(2026));
  });
});

describe('what cannot be taken is shown, with the reason', () => {
  const problem = (text: string, year = 2026) => readNotice(text, year).problems.map(({ sentence }) => sentence);

  test.each([
    ['国庆节：10月1日（周三）至7日放假，共7天。', '写的是周三，10月1日（周四）'],
    ['国庆节：10月1日至7日放假，共8天。', '写着共8天，前面数出来是7天'],
    ['国庆节：10月1日放假3天。', '写着3天，数出来是1天'],
    ['国庆节：10月32日放假。', '没有这一天'],
    ['元旦：2025年12月31日至2026年1月2日放假，共3天。', '12月31日（周三）不在2026年，请在2025年里改'],
    ['妇女节：3月8日下午放假半天。', '没有读懂'],
    ['10月1日至7日放假。', '不知道是哪个节日的'],
    ['国庆节：10月1日至3日、3日放假。', '同一天写了两次'],
    [
      '春节：2月15日至23日放假，鼓励单位安排职工在除夕（2月14日）休息。',
      '「鼓励单位安排职工在除夕（2月14日）休息」没有读懂',
    ],
  ])('%s', (text, sentence) => {
    expect(problem(text)).toEqual([expect.stringContaining(sentence)]);
  });

  test('a day that is off beside the weekend needs no total', () => {
    expect(readNotice('元旦：1月1日放假，与周末连休。', 2024).days).toEqual([
      { day: '2024-01-01', kind: 'holiday', name: '元旦' },
    ]);
  });

  test('no sentence is ever dropped, whatever is pasted', () => {
    const parts = [
      '国庆节：',
      '10月1日',
      '至7日',
      '放假',
      '调休',
      '，共7天',
      '上班',
      '。',
      '\n',
      '（周四）',
      '31日',
      '2027年',
      '；',
      '值班',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 40 }), (pasted) => {
        const text = pasted.join('');
        const { taken, problems, other } = readNotice(text, 2026);
        const shown = [...taken, ...problems.map((each) => each.text), ...other];
        expect(shown.length).toBe(text.split(/[。；\n]+/).filter((each) => each !== '').length);
      }),
    );
  });

  test('days of problems are not taken by half', () => {
    const { days, problems } = readNotice('国庆节：10月1日（周三）至7日放假。9月20日（周日）上班。', 2026);
    expect(problems).toHaveLength(1);
    expect(days).toEqual([{ day: '2026-09-20', kind: 'workday', name: '国庆节调休上班' }]);
  });
});
