import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import type { RunDetail } from '../../../imports/importViews.ts';
import type { Mapping } from '../../../imports/mapping.ts';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { Field } from '../../../ui/Field.tsx';
import type { Flow } from './useRun.ts';
import { useImportWords } from './words.ts';

/** Where the table stands in the file; found by itself, and pointed at where it was not. */
export function Table({ run, flow }: { run: RunDetail; flow: Flow }) {
  const t = useImportWords();
  const { mapping, shape } = run;
  const [header, setHeader] = useState(String(mapping.headerRow));
  const [rows, setRows] = useState<1 | 2>(mapping.headerRows);
  const save = (part: Partial<Mapping>) => flow.save.mutate({ ...mapping, ...part });
  const pointed = Number(header) !== mapping.headerRow || rows !== mapping.headerRows;
  return (
    <section className="import-part" aria-labelledby="import-table">
      <h2 id="import-table">{t.table}</h2>
      {flow.point.error && <ErrorSummary errors={[]} message={flow.point.error.message} />}
      <div className="import-fields">
        <Field name="sheet" label={t.sheet}>
          {(control) => (
            <Select
              {...control}
              value={mapping.sheet}
              options={shape.sheets.map(({ name, hidden }, value) => ({
                value,
                label: hidden ? t.hidden(name) : name,
              }))}
              onChange={(sheet: number) => flow.point.mutate({ sheet, headerRow: null, headerRows: 1 })}
            />
          )}
        </Field>
        <Field name="headerRow" label={t.headerRow}>
          {(control) => (
            <Input
              {...control}
              value={header}
              inputMode="numeric"
              onChange={(event) => setHeader(event.target.value)}
            />
          )}
        </Field>
        <Field name="headerRows" label={t.headerRows}>
          {(control) => (
            <Select
              {...control}
              value={rows}
              options={[
                { value: 1 as const, label: t.one },
                { value: 2 as const, label: t.two },
              ]}
              onChange={(chosen: 1 | 2) => setRows(chosen)}
            />
          )}
        </Field>
        <Field name="year" label={t.year} hint={t.yearHint}>
          {(control) => (
            <Input
              {...control}
              key={String(mapping.year)}
              defaultValue={mapping.year ?? ''}
              inputMode="numeric"
              onBlur={(event) => {
                const year = /^(19|20)\d\d$/.test(event.target.value) ? Number(event.target.value) : null;
                if (year !== mapping.year) save({ year });
              }}
            />
          )}
        </Field>
      </div>
      <div className="row">
        <Checkbox checked={mapping.tenThousand} onChange={(event) => save({ tenThousand: event.target.checked })}>
          {t.tenThousand}
        </Checkbox>
        {pointed && (
          <Button
            loading={flow.point.isPending}
            onClick={() => flow.point.mutate({ sheet: mapping.sheet, headerRow: Number(header), headerRows: rows })}
          >
            {t.pointAt}
          </Button>
        )}
      </div>
    </section>
  );
}
