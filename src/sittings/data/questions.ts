/** What a mediator may ask, by category; ours [G], no law. General ones first. */
const general = [
  '先问清楚：谁、和谁、为了什么事、到现在是什么情况。',
  '各说一遍，中间不插话；说完复述一遍，问有没有听错。',
  '分清哪些双方说的一样，哪些不一样；不一样的怎么核实。',
  '各自最在意的是什么，最低能接受什么（背靠背时问）。',
  '说到钱：多少、怎么付、哪天付、不付怎么办。',
];
const money = ['有没有欠条、合同、转账记录、聊天记录，带来没有。', '已经付过多少，双方对不对得上。'];
const wages = [
  '哪年哪月到哪年哪月的工资，每月多少，谁发。',
  '有没有考勤、工牌、微信群、工资条；有几个人是一样的。',
  '总包、分包、班组长各是谁，钱拨到哪一层了。',
];
const things = ['现场什么样，有没有照片，什么时候拍的。', '修要多少钱，谁估的价，能不能一起看一次。'];
const family = ['有没有打人、威胁；有的话先停下，按安全核对办。', '孩子、老人现在跟谁，谁在照顾。'];

// biome-ignore format: a category a line
const byCategory: Readonly<Record<string, readonly string[]>> = {
  '01': family, '02': things, '04': money, '05': money, '06': things, '10': wages, '11': wages, '16': things, '17': things,
};

export const questionsFor = (categoryCode: string): readonly string[] => [
  ...general,
  ...(byCategory[categoryCode] ?? []),
];
