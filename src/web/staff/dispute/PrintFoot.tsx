import { useEffect } from 'react';
import type { DisputeView } from '../../../disputes/views.ts';
import { now } from '../../../platform/now.ts';
import { tableTime } from '../../../ui/dates.ts';
import { useMe } from '../useMe.ts';
import { useWords } from './catalog.ts';

/** Below what is printed, and in the margin of every sheet where the browser can: which matter, who printed it and when. */
export function PrintFoot({ view }: { view: DisputeView }) {
  const t = useWords();
  const { user } = useMe();
  const words = `${view.codeGrouped}　${t.printedBy(user.name, tableTime(now().toISOString()))}`;
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `@page { @bottom-left { content: ${JSON.stringify(words)}; } @bottom-right { content: counter(page) "/" counter(pages); } }`,
    );
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [words]);
  return <p className="print-only dispute-foot">{words}</p>;
}
