import type { Scope } from './actor.ts';

const literal = /^[A-Za-z0-9:#_,-]*$/;

/** Each a statement of its own: in one string with another, Citus sends all of it to its workers. */
export function begin({ counties, viewers, own = [] }: Scope, readOnly: boolean): string[] {
  const settings = [
    ['counties', counties.join(',')],
    ['viewers', viewers.join(',')],
    ...(own.length > 0 ? [['own', own.join(',')]] : []),
  ];
  // SET takes no parameters; the values are our own keys, and anything else is refused here.
  if (!settings.every(([, keys = '']) => literal.test(keys))) throw new Error('scope holds a character that is no key');
  return [
    readOnly ? 'begin read only' : 'begin',
    ...settings.map(([name, keys]) => `set local app.${name} = '${keys}'`),
  ];
}
