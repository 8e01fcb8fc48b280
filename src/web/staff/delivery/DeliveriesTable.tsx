import { Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useRef } from 'react';
import { type DeliveryState, stateWords, whyWords } from '../../../delivery/delivery.ts';
import type { DeliveryView } from '../../../delivery/deliveryViews.ts';
import { formatCode } from '../../../platform/disputeCode.ts';
import { tableTime } from '../../../ui/dates.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { useLanguage } from '../../../ui/i18n.ts';
import { StateIcon, type StateShape } from '../../../ui/StateIcon.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { useListKeys } from '../work/useListKeys.ts';
import { type DeliveryWords, useDeliveryWords } from './words.ts';

const shapes: Record<DeliveryState, StateShape> = {
  due: 'normal',
  sending: 'normal',
  printed: 'info',
  sent: 'info',
  delivered: 'done',
  failed: 'overdue',
  cancelled: 'info',
};

type Props = {
  rows: readonly DeliveryView[];
  ticked: readonly string[];
  onTick: (ids: readonly string[]) => void;
  onAct: (delivery: DeliveryView) => void;
};

const isPrintable = ({ channel, state }: DeliveryView): boolean =>
  channel === 'letter' && (state === 'due' || state === 'printed');

/** The one act of a row; an SMS goes by itself. */
function actOf({ channel, state }: DeliveryView, t: DeliveryWords): string | null {
  if (channel === 'call' && state === 'due') return t.dial;
  return channel === 'letter' && (state === 'printed' || state === 'sent') ? t.track : null;
}

function State({ row }: { row: DeliveryView }) {
  const t = useDeliveryWords();
  const language = useLanguage();
  return (
    <>
      <StateIcon shape={shapes[row.state]} /> {stateWords(row.channel, row.state)[language]}
      <div className="second">
        {[
          whyWords[row.why]?.[language],
          row.attempts > 0 && t.tries(row.attempts),
          row.reference && row.channel === 'letter' && row.reference,
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </>
  );
}

function Row({ row, ticked, onTick, onAct }: { row: DeliveryView } & Omit<Props, 'rows'>) {
  const t = useDeliveryWords();
  const act = actOf(row, t);
  const toggled = ticked.includes(row.id) ? ticked.filter((id) => id !== row.id) : [...ticked, row.id];
  return (
    <tr data-row={row.id}>
      <td>
        {isPrintable(row) && (
          <Checkbox
            checked={ticked.includes(row.id)}
            onChange={() => onTick(toggled)}
            aria-label={t.select(row.partyName)}
          />
        )}{' '}
        <b>{row.partyName}</b>
        {row.channel !== 'letter' && row.phone && <div className="second">{row.phone}</div>}
      </td>
      <td>
        <Link to="/disputes/$code" params={{ code: row.code }} search={{}} data-open="">
          {formatCode(row.code)}
        </Link>
        <div className="second">{row.title}</div>
      </td>
      <td className="delivery-words">{row.body}</td>
      <td className="nowrap">{tableTime(row.endedAt ?? row.sentAt ?? row.dueAt)}</td>
      <td>
        <State row={row} />
      </td>
      <td>
        {act && (
          <Button size="small" data-act="L" onClick={() => onAct(row)}>
            {act} <kbd>L</kbd>
          </Button>
        )}
      </td>
    </tr>
  );
}

export function DeliveriesTable(props: Props) {
  const t = useDeliveryWords();
  const box = useRef<HTMLElement>(null);
  const tick = (id: string) => {
    const row = props.rows.find((each) => each.id === id);
    if (!row || !isPrintable(row)) return;
    props.onTick(props.ticked.includes(id) ? props.ticked.filter((each) => each !== id) : [...props.ticked, id]);
  };
  useListKeys(box, [['X', tick]], { letters: true });
  return (
    <TableScroll label={t.table} ref={box}>
      <table className="table">
        <HeadRow heads={[t.person, t.matter, t.words, t.when, t.state, t.act]} />
        <tbody>
          {props.rows.map((row) => (
            <Row key={row.id} row={row} ticked={props.ticked} onTick={props.onTick} onAct={props.onAct} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
