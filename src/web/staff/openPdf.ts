export type OpenedPdf = { opened: boolean; address: string };

/**
 * Shows a paper in a tab of its own, where it can be printed. False when the browser kept the tab back; then a link has
 * to be pressed. The address lives as long as this page.
 */
export function openPdf(pdf: Blob): OpenedPdf {
  const address = URL.createObjectURL(pdf);
  return { opened: window.open(address, '_blank') !== null, address };
}
