import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { makeCatalog } from './i18n.ts';
import type { Picture } from './picture.ts';
import { TableScroll } from './TableScroll.tsx';
import './chart.css';

const useWords = makeCatalog({
  zh: {
    table: '看表',
    picture: '看图',
    spoken: (title: string) => `${title}。数字在表里，按「看表」。`,
  },
  en: {
    table: 'Table',
    picture: 'Picture',
    spoken: (title: string) => `${title}. The numbers are in the table: press “Table”.`,
  },
});

type DrawnProps = {
  picture: Picture;
  height: number;
  onPick: (row: number, series: number) => void;
  onFail: () => void;
};

/** The library comes when the first picture does; without it the table stands there. */
function Drawn({ picture, height, onPick, onFail }: DrawnProps) {
  const box = useRef<HTMLDivElement>(null);
  const acts = useRef({ onPick, onFail });
  acts.current = { onPick, onFail };
  const shape = JSON.stringify(picture);
  useEffect(() => {
    let drop = () => {};
    let gone = false;
    import('./drawChart.ts')
      .then(({ drawChart }) => {
        if (box.current && !gone)
          drop = drawChart(box.current, JSON.parse(shape) as Picture, (row, series) =>
            acts.current.onPick(row, series),
          );
      })
      .catch(() => acts.current.onFail());
    return () => {
      gone = true;
      drop();
    };
  }, [shape]);
  return <div ref={box} className="chart-drawn" style={{ height }} role="img" aria-label={picture.spoken} />;
}

type Props = {
  /** A sentence that says what one sees. */
  title: string;
  picture: Omit<Picture, 'spoken'>;
  /** What the rows are: 单位, 周. */
  head: string;
  /** Each number as a link to its list. */
  cell: (row: number, series: number) => ReactNode;
  onPick: (row: number, series: number) => void;
  /** What is drawn, and as of when. */
  foot: string;
  /** Leads to what is counted. */
  how: ReactNode;
  height?: number;
};

/** The same numbers, to be read and opened one by one. */
function Numbers({
  title,
  picture,
  head,
  cell,
  height,
}: Pick<Props, 'title' | 'picture' | 'head' | 'cell'> & { height: number }) {
  return (
    <div className="chart-table" style={{ maxHeight: height }}>
      <TableScroll label={title}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {picture.series.map(({ name }) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {picture.names.map((name, row) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {picture.series.map((series, at) => (
                  <td key={series.name} className="number">
                    {cell(row, at)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </div>
  );
}

/** A picture that decides something: its finding as the title, its numbers as a table one press away. */
export function Chart({ title, picture, head, cell, onPick, foot, how, height = 220 }: Props) {
  const t = useWords();
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const spoken = t.spoken(title);
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption className="chart-head">
        <h2 id={id}>{title}</h2>
        <button
          type="button"
          className="link-button no-print"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? t.picture : t.table}
        </button>
      </figcaption>
      {asTable && <Numbers title={title} picture={picture} head={head} cell={cell} height={height} />}
      {!asTable && picture.names.length > 0 && (
        <Drawn picture={{ ...picture, spoken }} height={height} onPick={onPick} onFail={() => setAsTable(true)} />
      )}
      <p className="second">
        {foot}
        <span className="no-print"> · {how}</span>
      </p>
    </figure>
  );
}
