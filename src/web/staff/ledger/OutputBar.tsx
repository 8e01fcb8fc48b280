import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { columnOf, type Layout, writeLayout } from '../../../ledger/columns.ts';
import type { OutputMade } from '../../../ledger/outputs.ts';
import type { LedgerSearch } from '../../../ledger/search.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useLanguage } from '../../../ui/i18n.ts';
import { formatCount } from '../../../ui/money.ts';
import { type ApiError, api } from '../api.ts';
import type { JobView } from '../useJob.ts';
import { OutputJob } from './OutputJob.tsx';
import { useOutputWords } from './outputWords.ts';
import { useLedgerWords } from './words.ts';

type Kind = 'export' | 'print';
type Props = { search: LedgerSearch; layout: Layout; total: number | null; sentence: string };

type DialogProps = Props & { kind: Kind; onStarted: (job: string) => void; onClose: () => void };

function MakeDialog({ kind, search, layout, total, sentence, onStarted, onClose }: DialogProps) {
  const t = useOutputWords();
  const language = useLanguage();
  const [purpose, setPurpose] = useState('');
  const [totp, setTotp] = useState('');
  const personal = layout.some(({ key }) => columnOf(key).personal !== undefined);
  const making = useMutation({
    mutationFn: () => {
      const body = { search, columns: writeLayout(layout) };
      const plain = purpose.trim() ? { purpose: purpose.trim(), ...(totp.trim() && { totp: totp.trim() }) } : {};
      return kind === 'export'
        ? api.post<JobView<OutputMade>>('/api/ledger/exports', { ...body, ...plain })
        : api.post<JobView<OutputMade>>('/api/ledger/list-prints', body);
    },
    onSuccess: ({ id }) => onStarted(id),
  });
  const names = layout.map(({ key }) => columnOf(key).title[language]).join('、');
  return (
    <ActDialog
      title={kind === 'export' ? t.exportTitle : t.printTitle}
      act={kind === 'export' ? t.doExport : t.doPrint}
      leave={t.leave}
      isPending={making.isPending}
      error={making.error as ApiError | null}
      onAct={() => making.mutate()}
      onClose={onClose}
    >
      <p>{t.what(total === null ? t.many : t.count(formatCount(total)), sentence)}</p>
      <p>{t.columns(names)}</p>
      <p className="second">{kind === 'export' ? t.inFile : t.parts}</p>
      {personal && kind === 'print' && <p className="second">{t.masked}</p>}
      {personal && kind === 'export' && (
        <>
          <Field name="purpose" label={t.purpose} hint={t.plain} limit={200} typed={purpose}>
            {(control) => <Input {...control} value={purpose} onChange={(event) => setPurpose(event.target.value)} />}
          </Field>
          {purpose.trim() !== '' && (
            <Field name="totp" label={t.totp}>
              {(control) => (
                <Input {...control} maxLength={12} value={totp} onChange={(event) => setTotp(event.target.value)} />
              )}
            </Field>
          )}
        </>
      )}
    </ActDialog>
  );
}

/** The list as a file: said beforehand, made in the background, fetched here or later. */
export function OutputBar(props: Props) {
  const t = useOutputWords();
  const l = useLedgerWords();
  const [kind, setKind] = useState<Kind | null>(null);
  const [job, setJob] = useState<{ id: string; kind: Kind } | null>(null);
  return (
    <>
      <span className="row ledger-outputs no-print">
        <Button onClick={() => setKind('export')}>{t.export}</Button>
        <Button onClick={() => setKind('print')}>{t.print}</Button>
        <Link to="/ledger/dimensions">{l.dimensions}</Link>
        <Link to="/ledger/outputs">{l.outputs}</Link>
      </span>
      {job && (
        <div className="ledger-job">
          <OutputJob
            jobId={job.id}
            label={job.kind === 'export' ? t.doExport : t.doPrint}
            onClose={() => setJob(null)}
          />
        </div>
      )}
      {kind && (
        <MakeDialog
          {...props}
          kind={kind}
          onStarted={(id) => {
            setJob({ id, kind });
            setKind(null);
          }}
          onClose={() => setKind(null)}
        />
      )}
    </>
  );
}
