import { useSyncExternalStore } from 'react';
import type { Me } from '../../../people/me.ts';
import { clockTime } from '../../../ui/dates.ts';
import { makeCatalog } from '../../../ui/i18n.ts';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { useLiveState } from '../live.ts';
import { traffic } from '../traffic.ts';

const useWords = makeCatalog({
  zh: {
    demo: '演示数据：人物和事情都是编的，登录公开，只在本机打开',
    updated: (time: string) => `已更新 ${time}`,
    online: '连着',
    live: '实时',
    notLive: '断开：不再自动更新，要看新的就刷新',
    offline: '断开：现在交不上去，写好的内容留在这一页',
  },
  en: {
    demo: 'Demo data: people and matters are invented, log-ins are public, this machine only',
    updated: (time: string) => `Updated ${time}`,
    online: 'Connected',
    live: 'Live',
    notLive: 'Not live: reload to see what is new',
    offline: 'Disconnected: nothing can be sent now; what you wrote stays on this page',
  },
});

export function StatusLine({ me }: { me: Me }) {
  const t = useWords();
  const state = useLiveState();
  const { reachable, heardAt } = useSyncExternalStore(traffic.subscribe, traffic.get);
  return (
    <footer className="status-line">
      {reachable ? (
        <span>{{ live: t.live, off: t.notLive, connecting: t.online }[state]}</span>
      ) : (
        <span className="late-text" role="status">
          <StateIcon shape="overdue" /> {t.offline}
        </span>
      )}
      {heardAt && <span>{t.updated(clockTime(heardAt))}</span>}
      {me.mode === 'demo' && (
        <span>
          <StateIcon shape="info" /> {t.demo}
        </span>
      )}
    </footer>
  );
}
