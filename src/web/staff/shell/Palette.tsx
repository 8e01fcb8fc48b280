import { Input, Modal } from 'antd';
import type { PostView } from '../../../people/me.ts';
import { FocusOnOpen } from '../../../ui/FocusOnOpen.tsx';
import { PaletteList, PaletteRow } from './PaletteList.tsx';
import { usePaletteBox } from './usePaletteBox.ts';

type Box = ReturnType<typeof usePaletteBox>;

function Rows({ box }: { box: Box }) {
  const { t, rows, last, at, inActs, found, open } = box;
  return (
    <div className="palette-list" id="palette-list" role="listbox" aria-label={inActs ? t.acts : t.title}>
      {inActs ? (
        rows.map((row, index) => (
          <PaletteRow
            key={row.id}
            row={row}
            id={`palette-${index}`}
            chosen={index === at}
            onOpen={(newTab) => open(row, newTab)}
          />
        ))
      ) : (
        <PaletteList groups={found.groups} at={at} onOpen={open} />
      )}
      {last ? (
        <PaletteRow
          row={last}
          id={`palette-${rows.length}`}
          chosen={at === rows.length}
          onOpen={(newTab) => open(last, newTab)}
        />
      ) : null}
    </div>
  );
}

function Said({ box: { t, text, rows, waiting, error, inActs, found } }: { box: Box }) {
  const numbers = found.answer?.numbers;
  const typed = text.trim();
  const empty = inActs ? t.noActs : typed === '' ? t.start : t.nothing(typed);
  return (
    <>
      <p role="status">{waiting ? t.searching : (error?.message ?? (rows.length === 0 ? empty : ''))}</p>
      <p className="second">
        {found.answer ? t.scope(found.answer.scope) : ''}{' '}
        {numbers === 'searched' || numbers === 'tooMany' ? t[numbers] : ''}
      </p>
      <p className="second">{inActs ? t.actKeys : t.keys}</p>
    </>
  );
}

/** One box for matters, colleagues, units, places, pages and acts; it says within what it looks. */
export function Palette({ post, onClose }: { post: PostView; onClose: () => void }) {
  const box = usePaletteBox(post, onClose);
  const { t, listed, at } = box;
  return (
    <Modal
      open
      title={t.title}
      footer={null}
      onCancel={onClose}
      width={720}
      style={{ top: 48 }}
      closable={{ 'aria-label': t.close }}
    >
      <Input
        id="palette"
        size="large"
        value={box.text}
        placeholder={t.placeholder}
        aria-label={t.title}
        role="combobox"
        autoComplete="off"
        maxLength={80}
        aria-expanded={listed.length > 0}
        aria-controls="palette-list"
        aria-activedescendant={listed[at] && `palette-${at}`}
        onChange={(event) => box.type(event.target.value)}
        onKeyDown={box.onKeyDown}
      />
      <FocusOnOpen id="palette" />
      <Rows box={box} />
      <Said box={box} />
    </Modal>
  );
}
