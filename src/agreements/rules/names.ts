/** The commonest surnames; rarer ones and those that are words as well (高, 方, 时, 安, 全) are left out: better silent than wrong. */
const surnames = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊金陆郝孔崔康毛邱秦史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚樊兰殷施陶洪翟颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦齐梅莫庄辛管祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲游裴席卫查屈鲍霍翁隋甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘米池滕晋苑邬臧畅宫嵇苟冀'.replace(
    /[万常单包关车华房边左强易金石龙]/g,
    '',
  ),
);
const kin =
  /^(?:父亲|母亲|父母|爸爸|妈妈|儿子|女儿|丈夫|妻子|爱人|哥哥|弟弟|姐姐|妹妹|家属|家人|亲属|亲戚|朋友|担保人|保证人|中间人|介绍人|房东|老板|包工头|股东|合伙人|邻居)$/;
const body = /(?:公司|厂|店|村委会|居委会|物业|学校|医院|银行|中心|合作社|项目部|工地|单位|政府|局|保险)$/;
const words =
  /^(?:任何|何时|何人|许多|林地|田地|石头|金额|毛坯|钱款|余下|余款|宋体|杜绝|严重|夏天|秦岭|程序|解除|章程|管理|席位|季度|费用|童车|景区)/;

/** Whether this reads as a person, a relative or an organization, and not as any other word. */
export function looksLikeName(text: string): boolean {
  if (kin.test(text) || body.test(text)) return true;
  const letters = [...text];
  if (text.includes('·')) return letters.length >= 4;
  return letters.length >= 2 && letters.length <= 3 && surnames.has(letters[0] ?? '') && !words.test(text);
}
