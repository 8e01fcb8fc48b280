import { hash } from 'node:crypto';

/** How the rows of a statement are made of texts; filled by its first answer on a connection. */
export type Shape = { columns: readonly Column[] };
type Column = { readonly name: string; readonly parse: (text: string) => unknown };

/** A text longer than this is a list that was written out: it hardly comes again. */
const LONGEST = 20_000;
const REMEMBERED = 2_000;
/** Each connection keeps the plans of so many; the one that was not used for longest goes. */
const KEPT = 400;

const names = new Map<string, string>();

/**
 * The name that a text is prepared under, or '' for none. It gets one when it comes the second time, so that lists of
 * varying length do not fill every connection with plans that nobody needs again.
 */
export function nameOf(text: string): string {
  const name = names.get(text);
  if (name) return name;
  if (name === '') {
    const given = hash('sha256', text, 'base64url').slice(0, 22);
    names.set(text, given);
    return given;
  }
  if (text.length > LONGEST) return '';
  if (names.size >= REMEMBERED) names.clear();
  names.set(text, '');
  return '';
}

const people =
  /\b(?:update|into|delete\s+from)\s+"?(?:session|app_user|post|unit|region|network_successor|setting_version)\b/i;
const writers = new Map<string, boolean>();

/** Whether a text writes what a session is made of (people/sessions.sql.ts). */
export function writesPeople(text: string): boolean {
  const known = writers.get(text);
  if (known !== undefined) return known;
  if (writers.size >= REMEMBERED) writers.clear();
  const writes = people.test(text);
  if (text.length <= LONGEST) writers.set(text, writes);
  return writes;
}

/** What one connection has prepared. Names to be closed go out before the next is prepared; closing an unknown one is no error. */
export class Prepared {
  private readonly shapes = new Map<string, Shape>();
  private closing: string[] = [];

  find(name: string): Shape | undefined {
    const shape = this.shapes.get(name);
    if (shape === undefined) return undefined;
    this.shapes.delete(name);
    this.shapes.set(name, shape);
    return shape;
  }

  add(name: string): Shape {
    const shape = { columns: [] };
    this.shapes.set(name, shape);
    for (const oldest of this.shapes.keys()) {
      if (this.shapes.size <= KEPT) break;
      this.forget(oldest);
    }
    return shape;
  }

  forget(name: string): void {
    this.shapes.delete(name);
    this.closing.push(name);
  }

  forgetAll(): void {
    this.closing.push(...this.shapes.keys());
    this.shapes.clear();
  }

  takeClosing(): string[] {
    return this.closing.splice(0);
  }
}
