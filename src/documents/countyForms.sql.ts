import type { Queries } from '../platform/db.ts';
import type { Form, Template } from './paper.ts';

/** The form as the county has it: its own template where one is published, else ours. What it may name is the same. */
export async function formInForce(queries: Queries, countyCode: string, key: string, ours: Form): Promise<Form> {
  const own = await queries
    .selectFrom('paper_template')
    .select(['title', 'blocks'])
    .where('county_code', '=', countyCode)
    .where('form', '=', key)
    .where('state', '=', 'published')
    .executeTakeFirst();
  return own ? { ...ours, template: { title: own.title, blocks: own.blocks as Template['blocks'] } } : ours;
}
