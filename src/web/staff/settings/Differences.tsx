import { differencesOf, type RuleDifference } from '../../../settings/differences.ts';
import { pathText, type Shape } from '../../../settings/shape.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { useSettingsWords } from './words.ts';

type Props = { shape: Shape; before: unknown; after: unknown; heads?: readonly [before: string, after: string] };

function Line({ place, before, after }: RuleDifference) {
  const t = useSettingsWords();
  return (
    <tr>
      <td>
        <span className="second">{place[0]}</span> {place.slice(1).join(' · ')}
      </td>
      <td className="difference-before">{before ?? t.nothing}</td>
      <td className="difference-after">{after ?? t.removed}</td>
    </tr>
  );
}

/** Before and after, one line for each field, in plain words. */
export function Differences({ shape, before, after, heads }: Props) {
  const t = useSettingsWords();
  const found = differencesOf(shape, before, after);
  if (found.length === 0) return <p>{t.noDifference}</p>;
  return (
    <>
      <p>{t.fieldsChanged(found.length)}</p>
      <TableScroll label={t.difference}>
        <table className="table">
          <HeadRow heads={[t.where, heads?.[0] ?? t.before, heads?.[1] ?? t.after]} />
          <tbody>
            {found.map((each) => (
              <Line key={pathText(each.path)} {...each} />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}
