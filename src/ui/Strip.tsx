import { type ReactNode, useEffect, useRef } from 'react';
import { makeCatalog } from './i18n.ts';
import { StateIcon, type StateShape } from './StateIcon.tsx';
import { isField } from './useHotkeys.ts';

const useWords = makeCatalog({ zh: { close: '收起' }, en: { close: 'Dismiss' } });

type Props = {
  tone?: 'done' | 'info' | 'soon' | 'late';
  children: ReactNode;
  /** What can be done about it: withdraw, print, open. */
  actions?: ReactNode;
  onClose?: () => void;
  /** How something stands, not what was just done: it calls nobody. */
  standing?: boolean;
};

const shapes: Record<NonNullable<Props['tone']>, StateShape> = {
  done: 'done',
  info: 'info',
  soon: 'dueSoon',
  late: 'overdue',
};

/** A dialog that closes gives the focus back to where it was opened: what it did is told after that. */
const closing = (strip: Element): boolean =>
  [...document.querySelectorAll<HTMLElement>('[role=dialog]')].some(
    (dialog) => dialog.offsetParent !== null && !dialog.contains(strip),
  );

/** Brings the eyes and the focus of whoever pressed to what came of it; nobody is called away from what is being typed. */
function useCall(calls: boolean) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!calls) return;
    let frame = 0;
    const call = () => {
      const strip = box.current;
      if (!strip) return;
      if (closing(strip)) {
        frame = requestAnimationFrame(call);
        return;
      }
      if (!isField(document.activeElement)) strip.focus({ preventScroll: true });
      strip.scrollIntoView({ block: 'center' });
    };
    call();
    return () => cancelAnimationFrame(frame);
  }, [calls]);
  return box;
}

/** The result of an act. It is seen at once, and stays in the page until the person puts it away. */
export function Strip({ tone = 'done', children, actions, onClose, standing = false }: Props) {
  const t = useWords();
  const box = useCall(tone === 'done' && !standing);
  return (
    <div className={`strip strip-${tone}`} role="status" ref={box} tabIndex={-1}>
      <StateIcon shape={shapes[tone]} />
      <div className="strip-text">{children}</div>
      {actions && <div className="strip-actions">{actions}</div>}
      {onClose && (
        <button type="button" className="link-button" onClick={onClose}>
          {t.close}
        </button>
      )}
    </div>
  );
}
