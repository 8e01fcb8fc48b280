import { useLinkingWords } from './words.ts';

export type SideRow = { label: string; left: string; right: string };

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s，。,.、]/g, '');

/** Two matters line by line; what is equal says so in a word, since nobody should have to hunt for it. */
export function SideBySide({ heads, rows }: { heads: readonly [string, string]; rows: readonly SideRow[] }) {
  const t = useLinkingWords();
  return (
    <table className="side-by-side">
      <thead>
        <tr>
          <td className="side-label" />
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, left, right }) => {
          const equal = left !== '' && plain(left) === plain(right);
          return (
            <tr key={label}>
              <th scope="row" className="side-label">
                {label}
                {equal ? <span className="side-equal">{t.equal}</span> : null}
              </th>
              <td>{left || <span className="second">{t.unsaid}</span>}</td>
              <td>{right || <span className="second">{t.unsaid}</span>}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
