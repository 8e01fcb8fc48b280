import type { ReactNode, Ref } from 'react';

type Props = { label: string; className?: string; children: ReactNode; ref?: Ref<HTMLElement> };

/** A table wider than the screen scrolls in itself, also by the arrow keys; its first column stays. */
export function TableScroll({ label, className = '', children, ref }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className={`table-scroll ${className}`} aria-label={label} tabIndex={0} ref={ref}>
      {children}
    </section>
  );
}
