import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { DefinitionId } from '../../../definitions/definitions.ts';
import type { FilledCellView, FillView } from '../../../reports/formView.ts';
import { shownIn } from '../../../reports/shown.ts';
import { readAddress } from '../../../sheets/formGrid.ts';
import { tableTime } from '../../../ui/dates.ts';
import { Field } from '../../../ui/Field.tsx';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import { type ApiError, api } from '../api.ts';
import { HowCounted } from '../definitions/HowCounted.tsx';
import { fillQuery } from './fillQuery.ts';
import { useFormWords } from './forms/words.ts';
import { numberOr } from './ruleForm.ts';
import { readFigureSearch } from './search.ts';

type Props = { fill: FillView; cell: FilledCellView | undefined; address: string | null };

function Facts({ cell, percent }: { cell: FilledCellView; percent: number | undefined }) {
  const t = useFormWords();
  const search = cell.list === null ? null : readFigureSearch(Object.fromEntries(new URLSearchParams(cell.list)));
  const value = cell.manual?.value ?? cell.value;
  const shown = shownIn(value, percent);
  return (
    <>
      <p>{cell.words}</p>
      {cell.counted && (
        <p className="second">
          {t.counted(
            cell.counted.denominator === undefined
              ? String(cell.counted.value)
              : `${cell.counted.value}/${cell.counted.denominator}`,
          )}
        </p>
      )}
      {shown && <p className="second">{t.writtenShown(String(value), shown)}</p>}
      {cell.why && <p className="second">{cell.who ? t.askedWho(cell.who, cell.why) : cell.why}</p>}
      {search && cell.counted && (
        <p>
          <Link to="/reports/figures" search={search}>
            {t.openList}
          </Link>{' '}
          {search.what && <HowCounted of={search.what as DefinitionId} />}
        </p>
      )}
      {cell.manual && <p>{t.written(cell.manual.by, tableTime(cell.manual.at), cell.manual.reason)}</p>}
    </>
  );
}

/** Where a cell's number comes from; a person may write another, with a reason and the own name. */
export function AnswerPanel({ fill, cell, address }: Props) {
  const t = useFormWords();
  const client = useQueryClient();
  const [value, setValue] = useState(cell?.manual ? String(cell.manual.value) : '');
  const [reason, setReason] = useState(cell?.manual?.reason ?? '');
  const write = useMutation<{ revision: number }, ApiError, string | number | null>({
    mutationFn: (written) =>
      api.put(`/api/report-fills/${fill.id}/answers`, {
        revision: fill.revision,
        address,
        value: written,
        reason: reason || t.takeBack,
      }),
    onSuccess: () => client.invalidateQueries(fillQuery(fill.id)),
  });
  const own = cell?.kind === 'own';
  const at = address === null ? null : readAddress(address);
  const percent = fill.grid.sheets[at?.sheet ?? 0]?.cells.find(({ ref }) => ref === at?.ref)?.percent;
  const mayWrite =
    address !== null && fill.state === 'draft' && !own && (cell !== undefined || fill.unmapped.includes(address));
  const keep = () => {
    if (mayWrite && value.trim() !== '') write.mutate(numberOr(value, percent !== undefined));
  };
  useHotkeys({ 'Ctrl+Enter': keep }, { enabled: mayWrite && !write.isPending });
  if (address === null)
    return <aside className="form-panel">{fill.state === 'handedIn' ? t.readOnly : t.noSelection}</aside>;
  const errors = write.error?.fields ?? {};
  return (
    <aside className="form-panel" aria-label={t.cell(readAddress(address).ref)}>
      <h2>{t.cell(readAddress(address).ref)}</h2>
      {cell && <Facts cell={cell} percent={percent} />}
      {mayWrite && (
        <>
          <Field
            name="value"
            label={t.manualValue}
            hint={percent === undefined ? undefined : t.percentHint}
            error={errors.value}
          >
            {(control) => (
              <Input {...control} autoComplete="off" value={value} onChange={(event) => setValue(event.target.value)} />
            )}
          </Field>
          <Field name="reason" label={t.reason} error={errors.reason}>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          {write.error && Object.keys(errors).length === 0 && (
            <p role="alert" className="late-text">
              {write.error.message}
            </p>
          )}
          <p className="row">
            <Button loading={write.isPending} disabled={value.trim() === ''} onClick={keep}>
              {t.write} <kbd>Ctrl+Enter</kbd>
            </Button>
            {cell?.manual && <Button onClick={() => write.mutate(null)}>{t.takeBack}</Button>}
          </p>
        </>
      )}
    </aside>
  );
}
