import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Modal } from 'antd';
import { type KeyboardEvent, useState, useSyncExternalStore } from 'react';
import { useLanguage } from '../../../ui/i18n.ts';
import { clashesOf, keyRegistry, type Registered } from '../../../ui/keyRegistry.ts';
import { keyFace, keySettings } from '../../../ui/keySettings.ts';
import { isPlain } from '../../../ui/useHotkeys.ts';
import { changeKey, type Refused } from './keys/changeKey.ts';
import { commonRows } from './keys/keyWords.ts';
import { useKeyWords } from './keys/words.ts';

type Rows = readonly (readonly [keys: string, words: string])[];

/** What the page had on its keys when the help was opened, each key once. */
function rowsOf(entries: readonly Registered[], language: 'zh' | 'en'): Rows {
  const all = entries.flatMap(({ keys, rows }) => rows ?? commonRows(keys, language));
  return [...new Map(all.map((row) => [row[0], row])).values()];
}

function KeyRow({ row: [key, words], onRefused }: { row: Rows[number]; onRefused: (refused: Refused | null) => void }) {
  const t = useKeyWords();
  const [changing, setChanging] = useState(false);
  const own = key in keySettings.get().own;
  const take = (event: KeyboardEvent) => {
    if (event.key === 'Tab' || event.key === 'Shift') return;
    event.preventDefault();
    event.stopPropagation();
    setChanging(false);
    if (event.key === 'Escape') return;
    const next = changeKey(keySettings.get(), key, event.key);
    onRefused(typeof next === 'string' ? next : null);
    if (typeof next !== 'string') keySettings.set(next);
  };
  const reset = () => {
    const { [key]: _own, ...others } = keySettings.get().own;
    keySettings.set({ ...keySettings.get(), own: others });
  };
  return (
    <tr>
      <th scope="row">
        <kbd>{keyFace(key)}</kbd>
      </th>
      <td>{words}</td>
      <td className="key-change">
        {isPlain(key) && key !== 'Space' ? (
          <Button
            size="small"
            type="text"
            aria-label={changing ? t.changing(key) : `${t.change} ${words}`}
            onClick={() => (own ? reset() : setChanging(true))}
            onKeyDown={changing ? take : undefined}
            onBlur={() => setChanging(false)}
          >
            {changing ? t.changing(key) : own ? t.back : t.change}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

/** The keys of the page that is open, as it registered them; letters can be switched off, and each can be another. */
export function Help({ onClose }: { onClose: () => void }) {
  const t = useKeyWords();
  const language = useLanguage();
  const settings = useSyncExternalStore(keySettings.subscribe, keySettings.get);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [entries] = useState(() => keyRegistry.list());
  const clashes = clashesOf(entries);
  return (
    <Modal open title={t.title} footer={null} onCancel={onClose} width={640} closable={{ 'aria-label': t.close }}>
      <table className="key-table" aria-label={t.here}>
        <tbody>
          {rowsOf(entries, language).map((row) => (
            <KeyRow key={row[0]} row={row} onRefused={setRefused} />
          ))}
        </tbody>
      </table>
      <p role="status">
        {refused ? t[refused] : ''}
        {clashes.length > 0 ? t.clash(clashes.join(' ')) : ''}
      </p>
      <p className="second">{t.note}</p>
      <Checkbox
        checked={settings.letters}
        onChange={(event) => keySettings.set({ ...keySettings.get(), letters: event.target.checked })}
      >
        {t.letters}
      </Checkbox>
      <p>
        <Link to="/keys" onClick={onClose}>
          {t.card}
        </Link>
      </p>
    </Modal>
  );
}
