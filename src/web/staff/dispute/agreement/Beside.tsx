import { plainText, textOf } from '../../../../agreements/textOf.ts';
import { useSettled } from '../../../../ui/useSettled.ts';
import type { Values } from '../../steps/values.ts';
import type { FieldsProps } from '../steps/fields.ts';
import { useWords } from './catalog.ts';
import { draftOf } from './convert.ts';
import { Findings } from './Findings.tsx';

/** Beside the fields, once one stops typing: what to change, and how it will read. */
export function Beside({ view, values }: { view: FieldsProps['view']; values: Values }) {
  const t = useWords();
  const agreement = draftOf(JSON.parse(useSettled(JSON.stringify(values), 300)) as Values);
  return (
    <aside className="agreement-beside">
      <Findings view={view} agreement={agreement} />
      <section aria-labelledby="reading-head">
        <h3 id="reading-head">{t.reading}</h3>
        <p className="reading agreement-words" lang="zh">
          {plainText(textOf(agreement, view.parties))}
        </p>
      </section>
    </aside>
  );
}
