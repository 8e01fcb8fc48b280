/**
 * The part of JSON Schema that settings are written in, as it travels to the browser. `title` is what people read,
 * `description` the help below a field; what has no title is ours and is never shown. `unit` stands behind a number
 * ('cents': an amount of money); `names` names the rows of a map by their keys.
 */
export type Shape = {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly unit?: string;
  readonly names?: Readonly<Record<string, string>>;
  /** What the values of an enum are called. */
  readonly words?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly format?: string;
};

export type Bag = Readonly<Record<string, unknown>>;
/** Field path in its value, keys as they are: a key may hold a dot ('handle.ordinary'). */
export type Path = readonly string[];
export type ShapeKind =
  | 'group'
  | 'map'
  | 'rows'
  | 'list'
  | 'choices'
  | 'choice'
  | 'number'
  | 'money'
  | 'text'
  | 'day'
  | 'flag';
export type Choice = { readonly value: unknown; readonly label: string };

export const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNull = (shape: Shape): boolean => shape.type === 'null';

/** Without the "or nothing" of a field that may be null. */
export function present(shape: Shape): Shape {
  const branches = shape.anyOf?.filter((branch) => !isNull(branch));
  const only = branches?.length === 1 && branches.length < (shape.anyOf?.length ?? 0) ? branches[0] : undefined;
  return only ? { ...only, ...(shape.title !== undefined && { title: shape.title }) } : shape;
}

export const mayBeNull = (shape: Shape): boolean => shape.anyOf?.some(isNull) ?? false;

/** Units that many rules share, where the schema gives its choice no title of its own. */
const unitWords: Readonly<Record<string, string>> = {
  sameDay: '当天',
  naturalDay: '天',
  workingDay: '个工作日',
  month: '个月',
  hour: '小时',
  workingHour: '个工作小时',
};

/** The few answers of a choice, in the words of their titles. */
export function choicesOf(shape: Shape): Choice[] {
  const listed = (shape.enum ?? []).map((value) => ({ value, label: shape.words?.[String(value)] ?? String(value) }));
  const branches = (shape.anyOf ?? []).filter((branch) => 'const' in branch);
  return [
    ...listed,
    ...branches.map((branch) => ({
      value: branch.const,
      label: branch.title ?? unitWords[String(branch.const)] ?? String(branch.const),
    })),
  ];
}

const scalars: Readonly<Record<string, ShapeKind>> = { boolean: 'flag', integer: 'number', number: 'number' };

export function kindOf(given: Shape): ShapeKind {
  const shape = present(given);
  if (shape.patternProperties) return 'map';
  if (shape.properties) return 'group';
  if (shape.anyOf || shape.enum) return 'choice';
  if (shape.items) {
    const item = kindOf(shape.items);
    if (item === 'choice') return 'choices';
    return item === 'group' ? 'rows' : 'list';
  }
  if (shape.unit === 'cents') return 'money';
  if (shape.format === 'date') return 'day';
  return scalars[shape.type ?? ''] ?? 'text';
}

export const rowShape = (shape: Shape): Shape => Object.values(present(shape).patternProperties ?? {})[0] ?? {};

/** A length with its unit is one amount to people: '7个工作日'. */
export const isAmount = (shape: Shape): boolean => {
  const { length, unit } = present(shape).properties ?? {};
  return length !== undefined && unit !== undefined && kindOf(unit) === 'choice';
};

/** A part of the rules is never hidden, with a title or without. */
const parts: ReadonlySet<ShapeKind> = new Set(['group', 'map', 'rows']);

/** The fields of a group that people see, in the order of the schema; length and unit stay together as `length`. */
export function fieldsOf(shape: Shape): [key: string, field: Shape][] {
  const amount = isAmount(shape);
  return Object.entries(present(shape).properties ?? {}).filter(
    ([key, field]) => (field.title !== undefined || parts.has(kindOf(field))) && !(amount && key === 'unit'),
  );
}

/** The parts of the rules as people meet them: what most come for, the table of time limits, first. */
export function partsOf(shape: Shape): [key: string, part: Shape][] {
  const all = fieldsOf(shape);
  const isTable = ([, part]: [string, Shape]): boolean => kindOf(part) === 'map';
  return [...all.filter(isTable), ...all.filter((part) => !isTable(part))];
}

export const isRequired = (shape: Shape, key: string): boolean => present(shape).required?.includes(key) ?? false;

/** What tells the rows of a list apart, so that a moved row is no other row. */
export function rowKey(row: unknown, index: number): string {
  if (!isBag(row)) return String(index);
  const named = ['code', 'id', 'key', 'unitId', 'name', 'label'].map((name) => row[name]);
  return String(named.find((value) => typeof value === 'string' && value !== '') ?? index);
}

const place = (path: Path): string => path.join('.');
/** As `fieldSentences` writes it. */
export const pathText = place;

export function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const key of path) at = Array.isArray(at) ? at[Number(key)] : isBag(at) ? at[key] : undefined;
  return at;
}

/** The value with another one at the path; `undefined` takes the field away. */
export function withValue(value: unknown, path: Path, next: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return next;
  if (Array.isArray(value))
    return value.map((each, index) => (index === Number(key) ? withValue(each, rest, next) : each));
  const bag = isBag(value) ? value : {};
  const inner = withValue(bag[key], rest, next);
  if (inner === undefined) return Object.fromEntries(Object.entries(bag).filter(([name]) => name !== key));
  return { ...bag, [key]: inner };
}
