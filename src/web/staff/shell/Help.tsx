import { Checkbox, Modal } from 'antd';
import { useSyncExternalStore } from 'react';
import { makeCatalog } from '../../../ui/i18n.ts';
import { letterKeys } from '../../../ui/useHotkeys.ts';

const useWords = makeCatalog({
  zh: {
    title: '按键',
    close: '收起按键表',
    letters: '用单个字母的键（字母、/、?、.）。关掉以后，Ctrl、Alt 和 F 键照常。',
    note: '打拼音时按键不会动作；光标在输入框里时，单个字母只是打字。',
  },
  en: {
    title: 'Keys',
    close: 'Close the list of keys',
    letters: 'Use keys of a single letter (letters, /, ?, .). Without them, Ctrl, Alt and F keys still work.',
    note: 'No key acts while an input method composes; in a field, a letter only types.',
  },
});

const keyRows: readonly [keys: string, zh: string, en: string][] = [
  ['Ctrl+K  /', '找编号、页面、要办的事', 'Find a code, page or act'],
  ['↑ ↓  j k', '在列表里上下走', 'Move in a list'],
  ['Enter', '打开这一件；在表单里到下一项', 'Open it; in a form, the next field'],
  ['空格', '展开这一件：时限怎么算的', 'Unfold it: how its clock is counted'],
  ['x', '勾选这一件', 'Tick it'],
  ['按钮上的字母', '做这一行的那件事，如签收 A', 'Do the act of the row, as A to acknowledge'],
  ['.', '显示有变化的', 'Show what changed'],
  ['g 再按 w r t', '到待办、接待、台账', 'To my work, reception, ledger'],
  ['Ctrl+Enter', '做这一页的主要按钮', 'The primary act of the form or dialog'],
  ['Alt+1…6', '到表单的第几部分', 'To a section of the form'],
  ['?', '时限上：怎么算的；别处：这张表', 'On a clock: its arithmetic; elsewhere this list'],
  ['Esc', '收起，草稿留着', 'Close, keep the draft'],
];

export function Help({ onClose }: { onClose: () => void }) {
  const t = useWords();
  const on = useSyncExternalStore(letterKeys.subscribe, letterKeys.get);
  const english = t.title === 'Keys';
  return (
    <Modal open title={t.title} footer={null} onCancel={onClose} width={640} closable={{ 'aria-label': t.close }}>
      <table className="key-table">
        <tbody>
          {keyRows.map(([keys, zh, en]) => (
            <tr key={keys}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{english ? en : zh}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="second">{t.note}</p>
      <Checkbox checked={on} onChange={(event) => letterKeys.set(event.target.checked)}>
        {t.letters}
      </Checkbox>
    </Modal>
  );
}
