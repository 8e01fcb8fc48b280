import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Pattern, Picture } from './picture.ts';
import { colors, fontFamily } from './theme.ts';

use([BarChart, LineChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);

const text = { color: colors.ink2, fontFamily, fontSize: 12 };
const decal = { color: colors.white, symbolSize: 1, dashArrayX: [1, 0], rotation: Math.PI / 4 };
/** Told apart by the pattern where there is no color: full, striped, and an outline alone. */
const patterns: Readonly<Record<Pattern, object>> = {
  full: {},
  striped: { decal: { ...decal, dashArrayY: [3, 4] } },
  outline: { color: colors.white, borderWidth: 1.5, borderType: 'dashed' as const },
};

const nameAxis = (names: readonly string[]) => ({
  type: 'category' as const,
  data: [...names],
  axisLabel: { ...text, interval: 0 },
  axisTick: { show: false },
  axisLine: { lineStyle: { color: colors.border } },
});
const countAxis = { type: 'value' as const, show: false, minInterval: 1 };

/** The numbers stand where they are drawn: nobody has to measure by the eye, or to point at anything. */
const label = ({ value }: { value: number | null }): string => (value ? String(value) : '');

function bars({ names, series, stacked }: Picture): EChartsCoreOption {
  // The longest bar goes to the edge; its number stands behind it.
  const digits = Math.max(...series.flatMap(({ values }) => values.map((value) => String(value ?? '').length)));
  return {
    grid: { left: 4, right: stacked ? 12 : 8 + digits * 8, top: 28, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 18, itemHeight: 10, textStyle: text, selectedMode: false },
    yAxis: { ...nameAxis(names), inverse: true, axisLabel: { ...text, interval: 0, width: 118, overflow: 'truncate' } },
    xAxis: countAxis,
    series: series.map(({ name, color, pattern, values }) => ({
      ...{ type: 'bar', name, data: values.map((value) => value || null), barMaxWidth: 18 },
      ...(stacked && { stack: 'all' }),
      itemStyle: { color, borderColor: color, borderWidth: 1, ...patterns[pattern] },
      label: {
        ...{ show: true, formatter: label, fontFamily, fontSize: 12, distance: 3 },
        ...(stacked
          ? { position: 'inside', color: colors.ink, backgroundColor: colors.white, padding: [0, 2], borderRadius: 2 }
          : { position: 'right', color: colors.ink }),
      },
    })),
  };
}

function line({ names, series }: Picture): EChartsCoreOption {
  return {
    grid: { left: 12, right: 16, top: 24, bottom: 4, containLabel: true },
    xAxis: { ...nameAxis(names), boundaryGap: false, axisLabel: { ...text, interval: 'auto', hideOverlap: true } },
    yAxis: countAxis,
    series: series.map(({ name, color, values }) => ({
      ...{ type: 'line', name, data: [...values], symbol: 'circle', symbolSize: 7 },
      lineStyle: { color, width: 2 },
      itemStyle: { color },
      label: { show: true, position: 'top', color: colors.ink, fontFamily, fontSize: 12 },
    })),
  };
}

/** Draws a picture as SVG into an element that has its size; nothing moves. */
export function drawChart(
  element: HTMLElement,
  picture: Picture,
  onPick: (row: number, series: number) => void,
): () => void {
  const chart = init(element, null, { renderer: 'svg' });
  chart.setOption({
    animation: false,
    aria: { enabled: true, label: { description: picture.spoken } },
    ...(picture.kind === 'line' ? line(picture) : bars(picture)),
  });
  chart.on('click', ({ dataIndex, seriesIndex }) => {
    if (typeof dataIndex === 'number' && typeof seriesIndex === 'number') onPick(dataIndex, seriesIndex);
  });
  const sized = new ResizeObserver(() => chart.resize());
  sized.observe(element);
  return () => {
    sized.disconnect();
    chart.dispose();
  };
}
