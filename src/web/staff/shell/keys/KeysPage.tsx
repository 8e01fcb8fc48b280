import { Button } from 'antd';
import { useSyncExternalStore } from 'react';
import { useLanguage } from '../../../../ui/i18n.ts';
import { keyFace, keySettings } from '../../../../ui/keySettings.ts';
import { usePageTitle } from '../../../../ui/usePageTitle.ts';
import { usePost } from '../../useMe.ts';
import { actKeysOf, type CardRow, pageKeysOf, standsAtCounter } from './card.ts';
import { commonRows } from './keyWords.ts';
import { useKeyWords } from './words.ts';
import './keys.css';

function Group({ title, rows }: { title: string; rows: readonly CardRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section className="key-group">
      <h2>{title}</h2>
      <dl>
        {rows.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{keyFace(key)}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** 按键卡: one A4 beside the keyboard, for this post and with this person's own keys. */
export function KeysPage() {
  const t = useKeyWords();
  const language = useLanguage();
  const post = usePost();
  useSyncExternalStore(keySettings.subscribe, keySettings.get);
  const title = t.cardTitle(`${post.unitShort} ${post.roleLabel}`);
  usePageTitle(title);
  const zh = language === 'zh';
  const list: CardRow[] = zh
    ? [
        ['↑ ↓  J K', '上下走'],
        ['Enter', '打开'],
        ['Space', '展开'],
        ['X', '勾选'],
      ]
    : [
        ['↑ ↓  J K', 'Move'],
        ['Enter', 'Open'],
        ['Space', 'Unfold'],
        ['X', 'Tick'],
      ];
  const enter: CardRow = ['Enter', zh ? '到下一项' : 'The next field'];
  return (
    <div className="page keys-page">
      <div className="page-head">
        <h1>{title}</h1>
        <Button className="page-head-end no-print" onClick={() => window.print()}>
          {t.print}
        </Button>
      </div>
      <div className="key-groups">
        <Group title={t.everywhere} rows={commonRows(['Ctrl+K', '/', '.', '?', 'Escape'], language)} />
        <Group title={t.go} rows={pageKeysOf(post.role, language)} />
        <Group title={t.list} rows={list} />
        <Group title={t.forms} rows={[enter, ...commonRows(['Ctrl+Enter'], language)]} />
        <Group title={t.acts} rows={actKeysOf(post.role, language)} />
        {standsAtCounter(post.role) ? (
          <Group title={t.hall} rows={commonRows(['F2', 'F4', 'F8', 'Alt+M', 'Alt+J', 'Alt+N'], language)} />
        ) : null}
      </div>
      <p className="second">{t.note}</p>
    </div>
  );
}
