import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { fieldHeight, fieldWidth, type Point, strokePath } from '../../../agreements/strokes.ts';

type Props = { label: string; strokes: Point[][]; onChange: (strokes: Point[][]) => void };

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)));

/** A field for a name by pen, finger or mouse. It is a drawing of what is kept: what one sees is what is signed. */
export function Pad({ label, strokes, onChange }: Props) {
  const box = useRef<SVGSVGElement>(null);
  const since = useRef(0);
  const [drawing, setDrawing] = useState<Point[] | null>(null);
  useEffect(() => {
    if (strokes.length === 0) since.current = 0;
  }, [strokes]);
  const point = (event: PointerEvent): Point => {
    const { left, top, width } = (box.current as SVGSVGElement).getBoundingClientRect();
    const scale = fieldWidth / width;
    if (since.current === 0) since.current = event.timeStamp;
    const ms = clamp(event.timeStamp - since.current, 3_600_000);
    return [clamp((event.clientX - left) * scale, fieldWidth), clamp((event.clientY - top) * scale, fieldHeight), ms];
  };
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrawing([point(event)]);
  };
  const end = () => {
    if (drawing) onChange([...strokes, drawing]);
    setDrawing(null);
  };
  return (
    <svg
      ref={box}
      className="signing-pad"
      viewBox={`0 0 ${fieldWidth} ${fieldHeight}`}
      role="img"
      aria-label={label}
      onPointerDown={down}
      onPointerMove={(event) => drawing && setDrawing([...drawing, point(event)])}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <path d={strokePath(drawing ? [...strokes, drawing] : strokes)} />
    </svg>
  );
}
