import { Leaf } from './StateIcon.tsx';

/** The arch of a stone bridge, and a leaf over it. */
export function BrandMark({ size = 28 }: { size?: number }) {
  return (
    <span className="brand-mark" aria-hidden="true">
      <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true">
        <path
          d="M2 23v-3C2 13 7 8.5 14 8.5S26 13 26 20v3h-4v-2.5c0-4.6-3.5-7.5-8-7.5s-8 2.9-8 7.5V23z"
          fill="currentColor"
        />
        <path d="M1 25.5h26" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      <Leaf size={Math.round(size / 2.4)} />
    </span>
  );
}
