type Line = { readonly term: string; readonly text: string };

/** What figures count, each with its words: the same on every page of figures. */
export function DefinitionList({ label, lines }: { label: string; lines: readonly Line[] }) {
  return (
    <section className="board-definitions" aria-label={label}>
      <dl>
        {lines.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
