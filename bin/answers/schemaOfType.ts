import {
  type Checker,
  ElementFlags,
  type ObjectType,
  type Symbol as Sym,
  SymbolFlags,
  type TupleType,
  type Type,
  TypeFlags,
  type TypeReference,
} from 'typescript/unstable/sync';

export type Schema = { readonly [key: string]: unknown };

/** What JSON.stringify leaves out. */
const left = TypeFlags.Undefined | TypeFlags.Void;
const simple: readonly (readonly [TypeFlags, Schema])[] = [
  [TypeFlags.AnyOrUnknown, {}],
  [TypeFlags.Never, { not: {} }],
  [TypeFlags.Null, { type: 'null' }],
  [TypeFlags.StringLike, { type: 'string' }],
  [TypeFlags.NumberLike, { type: 'number' }],
  [TypeFlags.Boolean, { type: 'boolean' }],
];
const bytes = new Set(['Buffer', 'Uint8Array', 'Readable', 'ReadableStream', 'ReadStream']);

/** JSON's view of types, as the compiler knows them: what JSON.stringify makes of their values. */
export class Schemas {
  readonly named = new Map<string, Schema>();
  private readonly names = new Map<number, string>();
  private readonly under = new Set<number>();
  private readonly checker: Checker;
  constructor(checker: Checker) {
    this.checker = checker;
  }

  isBytes(type: Type): boolean {
    return bytes.has(type.getSymbol()?.name ?? '');
  }

  of(type: Type): Schema {
    const name = this.nameOf(type);
    if (name === '') return this.plain(type);
    if (!this.named.has(name)) {
      // Named before it is looked into: it may hold itself.
      this.named.set(name, {});
      this.named.set(name, this.plain(type));
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  /** Its name in our sources, with that of its module where another module has given it away; '' for what has none. */
  private nameOf(type: Type): string {
    const before = this.names.get(type.id);
    if (before !== undefined) return before;
    const symbol = type.getAliasSymbol() ?? type.getSymbol();
    const module = /\/src\/([^/]+)\//.exec(symbol?.declarations[0]?.path ?? '')?.[1];
    const arrays = type.isTypeReference() ? this.checker.getTypeArguments(type) : [];
    const generic = type.getAliasTypeArguments().length + arrays.length > 0;
    const own = symbol !== undefined && module !== undefined && !generic && !symbol.name.startsWith('__');
    const taken = [...this.names.values()];
    const name = own ? [symbol.name, `${symbol.name}_${module}`].find((each) => !taken.includes(each)) : '';
    if (name === undefined) throw new Error(`a third type is called ${symbol?.name}: give it another name`);
    this.names.set(type.id, name);
    return name;
  }

  private plain(type: Type): Schema {
    if (type.isLiteralType()) return { const: type.value };
    if (type.isUnionType()) return this.union(type.getTypes());
    // A string with a mark of its own is a string.
    const marked = type.isIntersectionType() ? type.getTypes() : [type];
    const found = simple.find(([flags]) => marked.some((each) => each.flags & flags));
    return found ? found[1] : this.object(type as ObjectType);
  }

  private union(types: readonly Type[]): Schema {
    const said = types.filter(({ flags }) => !(flags & left));
    const words = said.filter((each) => each.isLiteralType()).map(({ value }) => value);
    const either = words.includes(true) && words.includes(false);
    const choice = words.filter((word) => !either || typeof word !== 'boolean');
    const parts: Schema[] = [
      ...(choice.length > 0 ? [choice.length === 1 ? { const: choice[0] } : { enum: choice }] : []),
      ...(either ? [{ type: 'boolean' }] : []),
      ...said.filter((each) => !each.isLiteralType()).map((each) => this.of(each)),
    ];
    return parts.length === 1 ? (parts[0] ?? {}) : { anyOf: parts };
  }

  private object(type: ObjectType): Schema {
    const { checker } = this;
    if (type.getSymbol()?.name === 'Date') return { type: 'string', format: 'date-time' };
    const held = () => checker.getTypeArguments(type as TypeReference).map((each) => this.of(each));
    if (checker.isTupleType(type))
      return tuple(held(), ((type as TypeReference).getTarget() as TupleType).elementFlags);
    if (checker.isArrayType(type)) return { type: 'array', items: held()[0] };
    if (this.under.has(type.id)) throw new Error(`${checker.typeToString(type)} holds itself and has no name`);
    this.under.add(type.id);
    const schema = this.fields(type);
    this.under.delete(type.id);
    return schema;
  }

  private fields(type: ObjectType): Schema {
    const { checker } = this;
    const symbols = checker
      .getPropertiesOfType(type)
      .filter(({ name, flags }) => !name.startsWith('__') && !(flags & SymbolFlags.Method));
    const types = symbols.length === 0 ? [] : checker.getTypeOfSymbol(symbols);
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    symbols.forEach((symbol, index) => {
      const held = types[index];
      if (held === undefined || held.flags & (left | TypeFlags.Never)) return;
      properties[symbol.name] = this.of(held);
      if (!isOptional(symbol, held)) required.push(symbol.name);
    });
    const [others] = checker.getIndexInfosOfType(type);
    return {
      type: 'object',
      ...(symbols.length > 0 && { properties }),
      ...(required.length > 0 && { required }),
      ...(others && { additionalProperties: this.of(others.valueType) }),
    };
  }
}

function tuple(items: readonly Schema[], flags: readonly ElementFlags[]): Schema {
  const fixed = items.filter((_, index) => (flags[index] ?? 0) & ElementFlags.Fixed);
  const more = items.find((_, index) => (flags[index] ?? 0) & ElementFlags.Rest);
  const minItems = flags.filter((flag) => flag & ElementFlags.Required).length;
  return { type: 'array', prefixItems: fixed, minItems, items: more ?? {}, ...(!more && { maxItems: fixed.length }) };
}

function isOptional({ flags }: Sym, type: Type): boolean {
  if (flags & SymbolFlags.Optional || type.flags & TypeFlags.AnyOrUnknown) return true;
  return type.isUnionType() && type.getTypes().some((each) => each.flags & TypeFlags.Undefined);
}
