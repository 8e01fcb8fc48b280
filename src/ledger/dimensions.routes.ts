import { Type } from 'typebox';
import type { Engine } from '../disputes/engine.ts';
import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import { recordTrail } from '../people/trail.sql.ts';
import { command } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { formatTime } from '../platform/now.ts';
import { writeSheet } from '../sheets/writeSheet.ts';
import { readDimensions } from './dimensions.sql.ts';
import { SearchFields, tags } from './ledger.routes.ts';
import type { LedgerSearch } from './search.ts';

const query = Type.Object(SearchFields, { additionalProperties: false });
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const columns = [
  { key: 'list', title: '清单', kind: 'text' },
  { key: 'row', title: '行', kind: 'text', width: 24 },
  { key: 'column', title: '列', kind: 'text', width: 16 },
  { key: 'count', title: '件数', kind: 'number' },
  { key: 'late', title: '其中逾期', kind: 'number' },
] as const;

/** 四维清单 by source, urgency and gravity, on the screen and as a workbook of its numbers. */
export function dimensionRoutes(app: Http, engine: Engine): void {
  const schema = { tags, summary: '四维清单', querystring: query };
  app.get('/api/ledger/dimensions', { schema }, async (request) => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'dimensions');
    return readDimensions(engine, actor, request.query as LedgerSearch);
  });
  const exporting = { ...schema, summary: '导出四维清单的数' };
  app.get('/api/ledger/dimensions.xlsx', { schema: exporting }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'dimensions');
    const at = engine.now();
    const found = await readDimensions(engine, actor, request.query as LedgerSearch);
    const rows = found.tables.flatMap((table) =>
      table.rows.flatMap((row) =>
        row.cells.map(({ count, late }, index) => ({
          list: table.title,
          row: row.label,
          column: table.columns[index] ?? '',
          count,
          late,
        })),
      ),
    );
    await command(engine.db, actor, async (tx) =>
      recordTrail(tx, { at, act: 'ledger.exported', actor, subject: 'dimensions', detail: { rows: rows.length } }),
    );
    const hidden = found.hidden > 0 ? `，另有限制知悉 ${found.hidden} 件不在其中` : '';
    const caption = `四维清单（${found.scope}，${found.sentence}），共 ${found.total} 件${hidden}，截至 ${formatTime(at)}，${actor.name}导出`;
    return reply
      .type(xlsx)
      .header(
        'content-disposition',
        `attachment; filename="dimensions.xlsx"; filename*=UTF-8''${encodeURIComponent('四维清单.xlsx')}`,
      )
      .send(writeSheet({ name: '四维清单', caption, columns, rows }));
  });
}
