import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export const stylesheet = readFileSync(new URL('style.css', import.meta.url), 'utf8');

/** The address changes with the content, so that a phone keeps the file for as long as it is right. */
export const stylesheetPath = `/c/style.css?v=${createHash('sha256').update(stylesheet).digest('hex').slice(0, 12)}`;
