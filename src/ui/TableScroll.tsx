import type { ReactNode, Ref } from 'react';

type Props = { label: string; children: ReactNode; ref?: Ref<HTMLElement> };

/** A table wider than the screen scrolls in itself, also by the arrow keys; its first column stays. */
export function TableScroll({ label, children, ref }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className="table-scroll" aria-label={label} tabIndex={0} ref={ref}>
      {children}
    </section>
  );
}
