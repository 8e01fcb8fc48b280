import { formatCode, readAloud, shortCode } from '../src/platform/disputeCode.ts';

/** What is written down of one request: said in one sentence, the same words on every run. */
export type Exchange = {
  readonly who: string;
  readonly zh: string;
  readonly en: string;
  readonly request: string;
  readonly body?: unknown;
  readonly status: number;
  readonly answer?: unknown;
};

/** Whatever differs from run to run: codes, ids, PINs, dates and what follows from them. */
export class Sameness {
  private readonly ids = new Map<string, string>();
  private readonly words = new Map<string, string>();

  hide(word: string, shown: string): void {
    this.words.set(word, shown);
  }

  hideCode(code: string, countyShort: string): void {
    this.hide(readAloud(code), '{编号念法}');
    this.hide(readAloud(code, countyShort), '{编号念法}');
    this.hide(formatCode(code), '{编号}');
    this.hide(shortCode(code, countyShort), '{短编号}');
    this.hide(code, '{code}');
  }

  private idOf(id: string): string {
    const known = this.ids.get(id) ?? `{id-${this.ids.size + 1}}`;
    this.ids.set(id, known);
    return known;
  }

  of(text: string): string {
    let same = text;
    for (const [word, shown] of [...this.words].sort(([a], [b]) => b.length - a.length))
      same = same.replaceAll(word, shown);
    return same
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => this.idOf(id))
      .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})/g, '{时刻}')
      .replace(/\d{4}-\d{2}-\d{2}/g, '{日期}')
      .replace(/(\d{4}年)?\d{1,2}月\d{1,2}日(（周.）)?(24时|\d{2}:\d{2})?/g, '{日期}')
      .replace(/(?<!\d)\d{2}-\d{2}(?!\d)/g, '{日期}')
      .replace(/(?<!\d)\d{2}:\d{2}(?!\d)/g, '{几点}')
      .replace(/\d+(?=(天|个工作日|个自然日|小时|分钟))/g, 'N');
  }
}

const json = (value: unknown): string => JSON.stringify(value, null, 2);

function block(language: string, text: string): string[] {
  return [`\`\`\`${language}`, text, '```', ''];
}

export type Chapter = {
  readonly zh: string;
  readonly en: string;
  readonly exchanges: Exchange[];
  /** Written as it is, after what was asked and answered. */
  readonly text?: readonly string[];
};

function exchangeLines(exchange: Exchange, number: number, same: Sameness): string[] {
  const { who, zh, en, request, body, status, answer } = exchange;
  return [
    `**${number}. ${who}**：${zh}`,
    '',
    en,
    '',
    ...block('http', same.of(request)),
    ...(body === undefined ? [] : block('json', same.of(json(body)))),
    `→ ${status}`,
    '',
    ...(answer === undefined ? [] : block('json', same.of(json(answer)))),
  ];
}

/** The whole run as a document. */
export function walkthrough(
  title: string,
  intro: readonly string[],
  chapters: readonly Chapter[],
  same: Sameness,
): string {
  let number = 0;
  const body = chapters.flatMap(({ zh, en, exchanges, text = [] }) => [
    `## ${zh}`,
    '',
    `*${en}*`,
    '',
    ...exchanges.flatMap((exchange) => exchangeLines(exchange, ++number, same)),
    ...(text.length > 0 ? [...text, ''] : []),
  ]);
  return `${[`# ${title}`, '', ...intro, '', ...body].join('\n').trimEnd()}\n`;
}
