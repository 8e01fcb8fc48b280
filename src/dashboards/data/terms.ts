/** What every figure of the board counts, in words; screen, sheet and the page of definitions print the same. */
export const boardWords = {
  counted: {
    term: '件',
    text: '数的是事，不是钟。一件事有两个钟逾期，仍是一件；可以同时算在「逾期」和「将到期」里。合计里一件只算一次。合并办理的几件算一件，由主办的那一件代表；办结后各人的回访、销号是各人的。',
  },
  open: {
    term: '在办',
    text: '有我们的钟在走或停着的事，含办结后还没销号的；销号、归档、不予受理以后，还有到期日的也算。逾期率的分母就是它。',
  },
  late: { term: '逾期', text: '到了时限还没办的。暂停的、别人的钟、接手前就逾期的，都不算。' },
  soon: {
    term: '将到期',
    text: '还没到时限，已进入每个钟自己的提醒期（在规则里设）。「3天内」是今天起3个自然日内到期的。',
  },
  dueToday: { term: '今天到期', text: '我们的钟今天24时前到期、还没到、没有停着的事。' },
  paused: {
    term: '暂停',
    text: '经批准停着的钟，按等谁分开数：等法院、等鉴定、等材料、等别的单位等。不计入逾期。',
  },
  others: { term: '别人的钟', text: '当事人的期限、法院等单位的期限。我们只能等，不计入逾期。' },
  tookOver: { term: '接手前已逾期', text: '单位接到时钟已经过了时限，不算这个单位的逾期，单独列出。' },
  planned: {
    term: '那天到期的',
    text: '那天0时钟就在走、时限在那天的事（当天新起又当天到期的不在内）：按时、过了时限才办、还没办，一件事有几个这样的钟按最差的算。',
  },
  whose: {
    term: '算谁的',
    text: '钟上记着责任单位的，算那个单位；受理、分流、裁定、审核、回访、销号、答复算首问中心；其余算牵头单位。',
  },
  noticed: { term: '督办单', text: '还没核销的督办单，按这件事的第几次数；「等回复」是单位还没回复的。' },
  struckOff: { term: '本月销号', text: '本月一号到现在销号的事，算给牵头单位。' },
  weeks: {
    term: '12周',
    text: '前11周每周日24时和现在的逾期件数，按现在的到期时刻和停钟记录倒推；延期改过的，按改后的算。',
  },
  restricted: { term: '限制知悉', text: '计入数字，不列出名单；只有指定的人和中心主任看得到是哪一件。' },
  small: { term: '件数少', text: '在办件数太少的不按逾期率排名，少到多少由本地设（不是规定）。' },
} as const satisfies Record<string, { term: string; text: string }>;
