import { Button, Modal } from 'antd';
import type { KeyboardEvent, ReactNode } from 'react';
import { ErrorSummary } from './ErrorSummary.tsx';
import type { FieldError } from './fieldError.ts';
import { walkFields } from './fieldWalk.ts';
import { isComposing, keyName, useHotkeys } from './useHotkeys.ts';

type Problem = {
  kind: string;
  message: string;
  fields?: Readonly<Record<string, string>>;
  requestId?: string | undefined;
};

type Props = {
  title: string;
  /** A verb with its object, as 「重设王芳的密码」, null while there is nothing to do; and the words for leaving it, as 「先不重设」. */
  act: string | null;
  leave: string;
  isPending: boolean;
  /** What the server or the form refused. */
  error?: Problem | null | undefined;
  width?: number;
  danger?: boolean;
  onAct: () => void;
  onClose: () => void;
  children: ReactNode;
};

const fieldErrors = (error: Problem | null | undefined): FieldError[] =>
  Object.entries(error?.fields ?? {}).map(([field, sentence]) => ({ field, sentence }));

/** One act in a dialog: what it does stands above its button; Enter goes on to the next field, Ctrl+Enter does it, Esc leaves. */
export function ActDialog({ title, act, leave, isPending, error, width = 560, danger = false, ...props }: Props) {
  const { onAct, onClose, children } = props;
  const errors = fieldErrors(error);
  useHotkeys({ 'Ctrl+Enter': onAct }, { inDialog: true, enabled: !isPending });
  // A closed list takes Enter for itself, also with Ctrl: the act comes first.
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (keyName(event.nativeEvent) !== 'Ctrl+Enter' || isPending || isComposing(event.nativeEvent))
      return walkFields(event);
    event.preventDefault();
    event.stopPropagation();
    onAct();
  };
  return (
    <Modal
      open
      title={title}
      width={width}
      onCancel={onClose}
      closable={{ 'aria-label': leave }}
      mask={{ closable: false }}
      footer={[
        <Button key="leave" onClick={onClose}>
          {leave}
        </Button>,
        act && (
          <Button key="act" type="primary" danger={danger} loading={isPending} onClick={onAct}>
            {act} <kbd className="key-on-primary">Ctrl+Enter</kbd>
          </Button>
        ),
      ]}
    >
      <ErrorSummary
        errors={errors}
        message={errors.length === 0 ? error?.message : undefined}
        requestId={error?.kind === 'bug' ? error.requestId : undefined}
      />
      <div className="stack" data-walk="form" onKeyDownCapture={onKeyDown}>
        {children}
      </div>
    </Modal>
  );
}
