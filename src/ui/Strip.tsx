import type { ReactNode } from 'react';
import { makeCatalog } from './i18n.ts';
import { StateIcon, type StateShape } from './StateIcon.tsx';

const useWords = makeCatalog({ zh: { close: '收起' }, en: { close: 'Dismiss' } });

type Props = {
  tone?: 'done' | 'info' | 'soon' | 'late';
  children: ReactNode;
  /** What can be done about it: withdraw, print, open. */
  actions?: ReactNode;
  onClose?: () => void;
};

const shapes: Record<NonNullable<Props['tone']>, StateShape> = {
  done: 'done',
  info: 'info',
  soon: 'dueSoon',
  late: 'overdue',
};

/** The result of an act. It stays in the page until the person puts it away. */
export function Strip({ tone = 'done', children, actions, onClose }: Props) {
  const t = useWords();
  return (
    <div className={`strip strip-${tone}`} role="status">
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
