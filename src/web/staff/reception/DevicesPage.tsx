import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Choice } from '../../../ui/Choice.tsx';
import { tableTime } from '../../../ui/dates.ts';
import { Field } from '../../../ui/Field.tsx';
import { walkFields } from '../../../ui/fieldWalk.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { Empty, PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { type ApiError, api } from '../api.ts';
import { devicesChanged, type HallDevice } from './queries.ts';
import { RevokeDevice } from './RevokeDevice.tsx';
import { useHallWords } from './words.ts';
import './hall.css';

/** The link is shown once: whoever copies it later opens a new device. */
function NewLink({ link }: { link: string }) {
  const t = useHallWords();
  const [copied, setCopied] = useState(false);
  const copy = () =>
    void navigator.clipboard?.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Strip
      actions={
        <Button size="small" onClick={copy}>
          {copied ? t.copied : t.copy}
        </Button>
      }
    >
      {t.link} <output className="hall-link">{link}</output>
    </Strip>
  );
}

function Open() {
  const t = useHallWords();
  const [kind, setKind] = useState<HallDevice['kind']>('kiosk');
  const [name, setName] = useState('');
  const [counter, setCounter] = useState('');
  const opening = useMutation<{ link: string }, ApiError>({
    mutationFn: () =>
      api.post('/api/hall/devices', { kind, name, ...(kind === 'counter' && { counter: Number(counter) || 0 }) }),
    onSuccess: () => {
      setName('');
      void devicesChanged();
    },
  });
  const fields = opening.error?.fields ?? {};
  return (
    <section className="stack" data-walk="form" onKeyDownCapture={walkFields} aria-label={t.open}>
      {opening.data ? <NewLink link={opening.data.link} /> : null}
      {opening.error ? <Strip tone="late">{opening.error.message}</Strip> : null}
      <div className="form-grid">
        <Choice
          name="kind"
          label={t.deviceKind}
          span={6}
          options={[
            { value: 'kiosk', label: t.kiosk },
            { value: 'display', label: t.display },
            { value: 'counter', label: t.counterScreen },
          ]}
          value={kind}
          onChange={setKind}
        />
        <Field name="name" label={t.deviceName} span={4} error={fields.name} limit={40} typed={name}>
          {(control) => (
            <Input
              {...control}
              value={name}
              placeholder={t.deviceNameHint}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        {kind === 'counter' ? (
          <Field name="counter" label={t.atCounter} span={2} error={fields.counter}>
            {(control) => (
              <Input
                {...control}
                value={counter}
                inputMode="numeric"
                onChange={(event) => setCounter(event.target.value)}
              />
            )}
          </Field>
        ) : null}
      </div>
      <div>
        <Button type="primary" loading={opening.isPending} onClick={() => opening.mutate()} data-walk="end">
          {t.open}
        </Button>
      </div>
    </section>
  );
}

function Row({ device, onRevoke }: { device: HallDevice; onRevoke: () => void }) {
  const t = useHallWords();
  return (
    <tr className={device.revokedAt ? 'hall-gone' : undefined}>
      <td>{device.name}</td>
      <td className="nowrap">
        {device.kindLabel} {device.counter === null ? '' : t.counter(device.counter)}
      </td>
      <td className="nowrap">{device.seenAt ? tableTime(device.seenAt) : t.never}</td>
      <td className="nowrap">
        {device.revokedAt ? (
          `${t.revoked} ${tableTime(device.revokedAt)}`
        ) : (
          <Button size="small" onClick={onRevoke}>
            {t.revoke}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** 设备: kiosks and screens of the own hall, opened by a link and taken back. */
export function DevicesPage() {
  const t = useHallWords();
  usePageTitle(t.devicesTitle);
  const [revoking, setRevoking] = useState<HallDevice | null>(null);
  const [gone, setGone] = useState<string | null>(null);
  const query = useQuery({ queryKey: ['hallDevices'], queryFn: () => api.get<HallDevice[]>('/api/hall/devices') });
  return (
    <div className="page hall-page">
      <header className="page-head">
        <h1>{t.devicesTitle}</h1>
      </header>
      <p className="second">{t.devicesNote}</p>
      <Open />
      {gone === null ? null : <Strip onClose={() => setGone(null)}>{t.revokeDone(gone)}</Strip>}
      <PageState query={query}>
        {(devices) =>
          devices.length === 0 ? (
            <Empty>{t.noDevices}</Empty>
          ) : (
            <TableScroll label={t.devicesTitle}>
              <table className="table">
                <HeadRow heads={[t.deviceName, t.deviceKind, t.seen, t.revoke]} />
                <tbody>
                  {devices.map((device) => (
                    <Row key={device.id} device={device} onRevoke={() => setRevoking(device)} />
                  ))}
                </tbody>
              </table>
            </TableScroll>
          )
        }
      </PageState>
      {revoking ? (
        <RevokeDevice
          device={revoking}
          onClose={() => setRevoking(null)}
          onDone={() => {
            setGone(revoking.name);
            setRevoking(null);
          }}
        />
      ) : null}
    </div>
  );
}
