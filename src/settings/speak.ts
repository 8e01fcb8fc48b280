import { formatDay, isDay } from '../platform/now.ts';
import { choicesOf, fieldsOf, isAmount, isBag, kindOf, present, rowKey, rowShape, type Shape } from './shape.ts';

const NOTHING = '没有';

function money(cents: number): string {
  const yuan = cents / 100;
  if (yuan >= 10_000 && Number.isInteger(yuan / 100)) return `${yuan / 10_000}万元`;
  return `${yuan.toLocaleString('en-US', { maximumFractionDigits: 2 })}元`;
}

function amount(shape: Shape, value: Readonly<Record<string, unknown>>): string {
  const { properties = {} } = present(shape);
  const unit = speak(properties.unit ?? {}, value.unit);
  // A unit that says it all, as 「当天」, needs no number before it.
  if (unit.startsWith('当')) return unit;
  return value.length === null || value.length === undefined ? '不限' : `${value.length}${unit}`;
}

function group(shape: Shape, value: Readonly<Record<string, unknown>>): string {
  const lead = isAmount(shape) ? [amount(shape, value)] : [];
  const others = fieldsOf(shape).filter(([key]) => !(isAmount(shape) && key === 'length') && value[key] !== undefined);
  return [...lead, ...others.map(([key, field]) => `${field.title}：${speak(field, value[key])}`)].join('，');
}

/** What a row of a map or a list is called. */
export function rowName(shape: Shape, key: string, row: unknown): string {
  const given = shape.names?.[key];
  if (given !== undefined) return given;
  const own = isBag(row) ? (row.label ?? row.name ?? row.title) : undefined;
  if (typeof own === 'string' && own !== '') return own;
  return /^\d+$/.test(key) ? `第 ${Number(key) + 1} 行` : key;
}

function many(shape: Shape, value: readonly unknown[]): string {
  if (value.length === 0) return NOTHING;
  if (kindOf(shape) === 'rows') return value.map((row, index) => rowName(shape, rowKey(row, index), row)).join('、');
  return value.map((each) => speak(shape.items ?? {}, each)).join('、');
}

/** A value as one would say it: '7个工作日', '是', '50万元', '10月16日（周五）'. */
export function speak(given: Shape, value: unknown): string {
  const shape = present(given);
  if (value === undefined || value === null || value === '') return NOTHING;
  const kind = kindOf(shape);
  if (kind === 'flag') return value === true ? '是' : '不是';
  if (kind === 'choice') return choicesOf(shape).find((choice) => choice.value === value)?.label ?? String(value);
  if (kind === 'money' && typeof value === 'number') return money(value);
  if (kind === 'number') return `${String(value)}${shape.unit ?? ''}`;
  if (kind === 'day' && typeof value === 'string' && isDay(value)) return `${value.slice(0, 4)}年${formatDay(value)}`;
  if (Array.isArray(value)) return many(shape, value);
  if (kind === 'group' && isBag(value)) return group(shape, value);
  if (kind === 'map' && isBag(value))
    return Object.entries(value)
      .map(([key, row]) => `${rowName(shape, key, row)}：${speak(rowShape(shape), row)}`)
      .join('；');
  return String(value);
}
