import { Modal } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import type { Me } from '../../../../people/me.ts';
import { fieldId } from '../../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../../ui/FocusOnOpen.tsx';
import { Strip } from '../../../../ui/Strip.tsx';
import { meQuery, queryClient } from '../../queries.ts';
import { sessionGate } from '../../session.ts';
import { LoginForm } from './LoginForm.tsx';
import { useLoginWords } from './words.ts';

/** Over the page, which stays as it is: the same person logs in again and the request that failed goes out once more. */
export function ReLogin({ me }: { me: Me }) {
  const t = useLoginWords();
  const open = useSyncExternalStore(sessionGate.subscribe, sessionGate.isOpen);
  const [stranger, setStranger] = useState(false);
  const onOpen = (again: Me) => {
    const same = again.user.id === me.user.id;
    setStranger(!same);
    if (!same) return;
    queryClient.setQueryData(meQuery.queryKey, again);
    sessionGate.answer(true);
  };
  const leave = () => {
    sessionGate.answer(false);
    window.location.assign('/login');
  };
  return (
    <Modal
      open={open}
      title={t.expiredTitle}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      destroyOnHidden
      width={420}
      zIndex={1200}
    >
      <div className="stack">
        <Strip tone="info">{t.expired}</Strip>
        {stranger && <Strip tone="soon">{t.notThisPerson}</Strip>}
        <FocusOnOpen id={fieldId('session.password')} />
        <LoginForm fixedLogin={me.user.login} submitLabel={t.goOn} onOpen={onOpen} />
        <button type="button" className="link-button" onClick={leave}>
          {t.another}
        </button>
      </div>
    </Modal>
  );
}
