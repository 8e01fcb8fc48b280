import { formatCode } from '../../../../platform/disputeCode.ts';
import type { Language } from '../../../../ui/i18n.ts';

const nouns: Readonly<Record<string, { zh: string; en: string }>> = {
  regions: { zh: '地区', en: 'Place' },
  centers: { zh: '中心', en: 'Center' },
  units: { zh: '单位', en: 'Unit' },
  counters: { zh: '窗口', en: 'Counter' },
  rooms: { zh: '房间', en: 'Room' },
  presences: { zh: '入驻', en: 'Presence' },
  categories: { zh: '类别', en: 'Category' },
  duties: { zh: '职责清单', en: 'Duty list' },
  settings: { zh: '规则', en: 'Rules' },
  dimensions: { zh: '四维清单', en: 'Four dimensions' },
};

/** What an act was about, as a person calls it: a code, a name, a kind of thing. Nothing where only the house has a word. */
export function subjectText(subject: string | null, name: string | null, language: Language): string {
  if (subject === null) return '';
  const noun = nouns[subject.split('/')[0] ?? '']?.[language];
  if (name || noun) return [noun, name].filter(Boolean).join(' ');
  if (/^\d{15}$/.test(subject)) return formatCode(subject);
  return /^[A-Z]{1,3}\d+$|\p{Script=Han}/u.test(subject) ? subject : '';
}
