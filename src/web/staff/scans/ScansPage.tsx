import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type DragEvent, useRef } from 'react';
import type { ScanLine } from '../../../scans/scanViews.ts';
import { tableTime } from '../../../ui/dates.ts';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { Empty, PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { usePlaces, usePutScan, useReadAgain, useScans } from './queries.ts';
import { useScanWords } from './words.ts';
import './scans.css';

const route = getRouteApi('/app/scans');

function Stands({ scan }: { scan: ScanLine }) {
  const t = useScanWords();
  const again = useReadAgain(scan.id);
  if (scan.state === 'read') return <>{t.waits(scan.waiting, scan.pages)}</>;
  return (
    <>
      {scan.state === 'reading' ? t.reading : scan.problem}{' '}
      <Button size="small" loading={again.isPending} onClick={() => again.mutate()}>
        {t.again}
      </Button>
    </>
  );
}

function Queue({ scans, of }: { scans: readonly ScanLine[]; of: string | undefined }) {
  const t = useScanWords();
  if (scans.length === 0) return <Empty>{t.none}</Empty>;
  return (
    <TableScroll label={t.queue}>
      <table className="table">
        <HeadRow heads={[t.file, t.stands, t.when, t.who]} />
        <tbody>
          {scans.map((scan) => (
            <tr key={scan.id}>
              <td className="break">
                <Link to="/scans/$id" params={{ id: scan.id }} search={of ? { of } : {}}>
                  {scan.name}
                </Link>
              </td>
              <td>
                <Stands scan={scan} />
              </td>
              <td className="nowrap">{tableTime(scan.at)}</td>
              <td className="nowrap">{scan.by}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** A pile comes in: from the scanner, or by the camera of a phone. */
function PutIn({ of }: { of: string | undefined }) {
  const t = useScanWords();
  const navigate = useNavigate();
  const files = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const put = usePutScan((id) => void navigate({ to: '/scans/$id', params: { id }, search: of ? { of } : {} }));
  const take = (list: FileList | null) => {
    const chosen = [...(list ?? [])];
    if (chosen.length > 0) put.mutate(chosen);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer.files);
  };
  return (
    <section className="scan-drop" aria-label={t.choose} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      {put.error ? <ErrorSummary errors={[]} message={put.error.message} requestId={put.error.requestId} /> : null}
      <div className="row">
        <Button type="primary" loading={put.isPending} onClick={() => files.current?.click()}>
          {t.choose}
        </Button>
        <Button className="scan-camera" disabled={put.isPending} onClick={() => camera.current?.click()}>
          {t.shoot}
        </Button>
        <span className="second">{put.isPending ? t.sending : t.accepts}</span>
      </div>
      {[
        { ref: files, label: t.choose, more: { accept: '.pdf,image/*', multiple: true } },
        { ref: camera, label: t.shoot, more: { accept: 'image/*', capture: 'environment' as const } },
      ].map(({ ref, label, more }) => (
        <input
          key={label}
          ref={ref}
          type="file"
          {...more}
          aria-label={label}
          tabIndex={-1}
          className="hidden-text"
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
      ))}
    </section>
  );
}

/** Whose signed papers are put in; a sheet of another matter still goes where its own QR says. */
function Whose({ of }: { of: string }) {
  const t = useScanWords();
  const places = usePlaces(of);
  if (places.error) return <Strip tone="info">{places.error.message}</Strip>;
  return (
    <p>
      {places.data ? t.whose(places.data.codeShort, places.data.title) : null}{' '}
      <Link to="/disputes/$code/dossier" params={{ code: of }}>
        {t.toDossier}
      </Link>
    </p>
  );
}

/** 扫描件归位: what was put in and still waits for its place. */
export function ScansPage() {
  const t = useScanWords();
  usePageTitle(t.title);
  const scans = useScans();
  const { of } = route.useSearch();
  const waiting = (scans.data ?? []).reduce((sum, each) => sum + each.waiting, 0);
  return (
    <div className="page scans-page">
      <header className="page-head">
        <h1>{t.title}</h1>
        {waiting > 0 ? <span className="page-head-end">{t.queueCount(waiting)}</span> : null}
      </header>
      <p className="second">{t.intro}</p>
      {of ? <Whose of={of} /> : null}
      <PutIn of={of} />
      <h2>{t.queue}</h2>
      <PageState query={scans}>{(lines) => <Queue scans={lines} of={of} />}</PageState>
    </div>
  );
}
