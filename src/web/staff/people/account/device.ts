const browsers: readonly [RegExp, string][] = [
  [/MicroMessenger\/(\d+)/, '微信'],
  [/QIHU|360SE|360EE/, '360 浏览器'],
  [/Qaxbrowser/i, '奇安信浏览器'],
  [/UOSBrowser/i, '统信浏览器'],
  [/Edg\/(\d+)/, 'Edge'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/Chrome\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
  [/HarmonyOS/, '鸿蒙'],
  [/Android/, '安卓'],
  [/iPhone|iPad/, '苹果手机'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, '苹果电脑'],
  [/Linux/, 'Linux'],
];

/** 「Chrome 153，Windows」 of what a browser says about itself; the whole text where nothing is known of it. */
export function deviceOf(agent: string | null): string {
  if (!agent) return '';
  const browser = browsers.find(([pattern]) => pattern.test(agent));
  const system = systems.find(([pattern]) => pattern.test(agent))?.[1];
  const version = browser?.[0].exec(agent)?.[1];
  const words = [browser && [browser[1], version].filter(Boolean).join(' '), system].filter(Boolean);
  return words.length > 0 ? words.join('，') : agent;
}
