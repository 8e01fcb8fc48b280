import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Input, Modal } from 'antd';
import { type KeyboardEvent, useDeferredValue, useState } from 'react';
import type { PostView } from '../../../people/me.ts';
import { formatCode } from '../../../platform/disputeCode.ts';
import { FocusOnOpen } from '../../../ui/FocusOnOpen.tsx';
import { makeCatalog, useLanguage } from '../../../ui/i18n.ts';
import { isComposing } from '../../../ui/useHotkeys.ts';
import { api } from '../api.ts';
import { type Found, findPlaces, looksLikeCode } from './palette.ts';

const useWords = makeCatalog({
  zh: {
    title: '找',
    close: '收起',
    placeholder: '编号（念出来的、印着的都行）、页面、要办的事',
    scope: '现在能找：编号、页面、要办的事。按姓名、电话、地址找还没有做好，先到台账里用条件找。',
    code: '编号',
    nothing: '没有找到。编号要写全，如「140106 26 003812 6」或「迎泽 26-3812-6」。',
    keys: '↑↓ 选　Enter 打开　Ctrl+Enter 在新标签页打开',
    searching: '正在查这个编号',
  },
  en: {
    title: 'Find',
    close: 'Close',
    placeholder: 'A code as printed or spoken, a page, an act',
    scope: 'Finds codes, pages and acts. Names, phones and addresses are not searched yet: use the ledger.',
    code: 'code',
    nothing: 'Nothing found. Give the whole code, as 140106 26 003812 6.',
    keys: '↑↓ choose  Enter open  Ctrl+Enter in a new tab',
    searching: 'Looking up this code',
  },
});

function useFound(text: string, post: PostView) {
  const t = useWords();
  const language = useLanguage();
  const asked = useDeferredValue(text);
  const code = useQuery({
    queryKey: ['code', asked],
    queryFn: ({ signal }) =>
      api.get<{ code: string }>(`/api/codes/${encodeURIComponent(asked)}`, undefined, { signal }),
    enabled: looksLikeCode(asked),
    retry: false,
  });
  const matter: Found[] = code.data
    ? [{ id: 'code', to: `/disputes/${code.data.code}`, label: formatCode(code.data.code), reason: t.code }]
    : [];
  const sentence = code.isFetching ? t.searching : code.error?.message;
  return { found: [...matter, ...findPlaces(text, post, language)], sentence };
}

/** One box for codes, pages and acts; it says what it does not search. */
export function Palette({ post, onClose }: { post: PostView; onClose: () => void }) {
  const t = useWords();
  const router = useRouter();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const { found, sentence } = useFound(text, post);
  const at = Math.min(chosen, found.length - 1);
  const open = (one: Found | undefined, newTab: boolean) => {
    if (!one) return;
    if (newTab) window.open(one.to, '_blank');
    else void router.navigate({ href: one.to });
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) setChosen((at + step + found.length) % found.length);
    else if (event.key === 'Enter') open(found[at], event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  };
  return (
    <Modal open title={t.title} footer={null} onCancel={onClose} width={640} closable={{ 'aria-label': t.close }}>
      <Input
        id="palette"
        size="large"
        value={text}
        placeholder={t.placeholder}
        aria-label={t.title}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="palette-list"
        aria-activedescendant={found[at] && `palette-${at}`}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <FocusOnOpen id="palette" />
      <div className="palette-list" id="palette-list" role="listbox" aria-label={t.title}>
        {found.map((one, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's
          <div
            key={one.id}
            id={`palette-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="palette-row"
            onClick={(event) => open(one, event.ctrlKey || event.metaKey)}
          >
            <span>{one.label}</span> <span className="third">{one.reason}</span>
          </div>
        ))}
      </div>
      <p role="status">{sentence ?? (found.length === 0 ? t.nothing : '')}</p>
      <p className="second">{t.scope}</p>
      <p className="second">{t.keys}</p>
    </Modal>
  );
}
