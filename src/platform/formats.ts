import Format from 'typebox/format';
import { isDay } from './now.ts';

// For the server and for the forms in a browser alike: `fieldSentences.ts` brings it along.
const dateTime = Format.Get('date-time');
Format.Set('date', isDay);
Format.Set('date-time', (text) => (dateTime?.(text) ?? false) && !text.includes('[') && isDay(text.slice(0, 10)));
