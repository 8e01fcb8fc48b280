import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../ui/i18n.ts';
import { keySettings } from '../../ui/keySettings.ts';
import { Loading } from '../../ui/PageState.tsx';
import { useHotkeys } from '../../ui/useHotkeys.ts';
import { AlarmBanner } from './attendance/AlarmBanner.tsx';
import { ReLogin } from './people/login/ReLogin.tsx';
import { Help } from './shell/Help.tsx';
import { OfficialWording } from './shell/OfficialWording.tsx';
import { Palette } from './shell/Palette.tsx';
import { StatusLine } from './shell/StatusLine.tsx';
import { TopBar } from './shell/TopBar.tsx';
import { useJobKeys } from './shell/useJobKeys.ts';
import { useNoteRecentPage } from './shell/useNoteRecentPage.ts';
import { useLiveQueries } from './useLiveQueries.ts';
import { useMe } from './useMe.ts';

// Seldom seen, and with words and forms of their own: loaded by those who see them.
const SetRight = lazy(async () => ({ default: (await import('./people/login/SetRight.tsx')).SetRight }));
const MissingYear = lazy(async () => ({ default: (await import('./calendar/MissingYear.tsx')).MissingYear }));

const MorePanel = lazy(async () => ({ default: (await import('./shell/MorePanel.tsx')).MorePanel }));

type Overlay = 'none' | 'palette' | 'help' | 'more';

function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    // Those who listen hear the new page, and the next Tab goes into it.
    if (!main.current?.contains(document.activeElement)) main.current?.focus();
  }, [path]);
  return main;
}

/** The frame of every staff page: one bar above, the status line below, palette and help on keys. */
export function Shell() {
  const me = useMe();
  const language = useLanguage();
  keySettings.of(me.user.id);
  const [overlay, setOverlay] = useState<Overlay>('none');
  const main = useFocusOnNavigation();
  const close = () => setOverlay('none');
  const search = () => setOverlay('palette');
  const help = () => setOverlay('help');
  const more = () => setOverlay('more');
  useHotkeys(
    { 'Ctrl+K': search, '/': search, '?': help, '？': help, 'G M': more },
    { help: [['G M', language === 'zh' ? '更多' : 'More']] },
  );
  useJobKeys(me.post?.role);
  useNoteRecentPage(me.post?.id);
  useLiveQueries(me.standing === 'open' ? me.post?.id : undefined);
  if (me.standing !== 'open' || !me.post)
    return (
      <Suspense fallback={<Loading />}>
        <SetRight me={me} />
      </Suspense>
    );
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {language === 'zh' ? '跳到正文' : 'Skip to content'}
      </a>
      <TopBar me={me} post={me.post} onSearch={search} onMore={more} onHelp={help} />
      <AlarmBanner />
      <main id="main" ref={main} tabIndex={-1}>
        <Suspense fallback={null}>{me.post.role === 'systemAdmin' && <MissingYear />}</Suspense>
        <OfficialWording />
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <StatusLine me={me} />
      {overlay === 'palette' && <Palette post={me.post} onClose={close} />}
      {overlay === 'help' && <Help onClose={close} />}
      <Suspense fallback={null}>{overlay === 'more' && <MorePanel post={me.post} onClose={close} />}</Suspense>
      <ReLogin me={me} />
    </div>
  );
}
