import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import {
  type ColumnKey,
  columnKeys,
  columnOf,
  FIRST,
  type Layout,
  readLayout,
  withFirst,
} from '../../../ledger/columns.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { useLanguage } from '../../../ui/i18n.ts';
import { moved } from './layout.ts';
import { useLedgerWords } from './words.ts';

type Props = { layout: Layout; usual: string; onSave: (layout: Layout) => void; onClose: () => void };

/** Every column with what it means: which ones, and in which order. */
export function ColumnsDialog({ layout, usual, onSave, onClose }: Props) {
  const t = useLedgerWords();
  const language = useLanguage();
  const [chosen, setChosen] = useState(withFirst(layout));
  const toggle = (key: ColumnKey) =>
    setChosen(
      chosen.some((each) => each.key === key) ? chosen.filter((each) => each.key !== key) : [...chosen, { key }],
    );
  const keys = chosen.map(({ key }) => key);
  const order = [...keys, ...columnKeys.filter((key) => !keys.includes(key))];
  return (
    <ActDialog
      title={t.columnsTitle}
      act={t.columnsSave}
      leave={t.columnsLeave}
      width={640}
      isPending={false}
      onAct={() => onSave(chosen)}
      onClose={onClose}
    >
      <ul className="column-list">
        {order.map((key) => {
          const { title, means } = columnOf(key);
          const at = keys.indexOf(key);
          return (
            <li key={key} className="row">
              <Checkbox checked={at >= 0} disabled={key === FIRST} onChange={() => toggle(key)}>
                <b>{title[language]}</b>
              </Checkbox>
              <span className="second column-means">{key === FIRST ? t.always : means[language]}</span>
              {at > 1 && (
                <Button
                  size="small"
                  type="text"
                  aria-label={t.up(title[language])}
                  onClick={() => setChosen(moved(chosen, key, -1))}
                >
                  ↑
                </Button>
              )}
              {at > 0 && at < keys.length - 1 && (
                <Button
                  size="small"
                  type="text"
                  aria-label={t.down(title[language])}
                  onClick={() => setChosen(moved(chosen, key, 1))}
                >
                  ↓
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <div>
        <Button onClick={() => setChosen(withFirst(readLayout(usual)))}>{t.usual}</Button>
      </div>
    </ActDialog>
  );
}
