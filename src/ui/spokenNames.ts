/** 甲、乙、丙等 90 人: of many the first three by name. */
export const spokenNames = (names: readonly string[]): string =>
  names.length <= 3 ? names.join('、') : `${names.slice(0, 3).join('、')}等 ${names.length} 人`;
