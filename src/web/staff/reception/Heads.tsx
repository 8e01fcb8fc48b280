/** Heads of columns; a column of numbers has its head over them, on the right. */
export function Heads({ heads, numbers = [] }: { heads: readonly string[]; numbers?: readonly string[] }) {
  return (
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head} scope="col" className={numbers.includes(head) ? 'number' : undefined}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}
