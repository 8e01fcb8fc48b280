/** Head and foot as a counter of a fictional day prints them. */
export const frame = {
  centerName: '太原市迎泽区综治中心',
  codeGrouped: '140106 26 003812 6',
  qrSvg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h3v3h-3zM5 5h3v3h-3z"/></svg>',
  largePrint: false,
  printedBy: '贾敏',
  printedAt: new Date('2026-09-29T02:12:00Z'),
};
