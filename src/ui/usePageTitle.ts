import { useEffect } from 'react';

/** The title of the browser's tab: the page first, then the product. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – 枫桥台`;
  }, [title]);
}
