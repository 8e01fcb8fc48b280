import type { Unit } from '../network/lookup.ts';
import { officeWord } from '../supervision/noticeNumber.ts';

type Office = Pick<Unit, 'level' | 'regionCode' | 'countyCode'>;
type Form = 'written' | 'oral' | 'onTheSpot';

/** Written agreements and the register of oral ones are counted apart. */
export const seriesOf = (form: Form): string => (form === 'written' ? '人调' : '人调口');

/** 〔2026〕迎人调字第12号. */
export const agreementNumber = (
  office: Office,
  shortOf: (regionCode: string) => string | undefined,
  { form, year, number }: { form: Form; year: number; number: number },
): string => `〔${year}〕${officeWord(office, shortOf)}${seriesOf(form)}字第${number}号`;
