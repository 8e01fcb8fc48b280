/** The only error a person can act on. Everything else is a bug and is answered neutrally. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'tooMany'
  | 'unavailable';

export const httpStatusOf: Record<RefusalKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  tooMany: 429,
  unavailable: 503,
};

export class Refusal extends Error {
  readonly kind: RefusalKind;
  /** Stable, machine-readable: tests and translations hang on it. */
  readonly code: string;
  /** Field path → Chinese sentence shown beside that field. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(kind: RefusalKind, code: string, sentence: string, fields: Record<string, string> = {}) {
    // What refuses is asked for every button that is not there; where it came from is told by its code.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(sentence);
    Error.stackTraceLimit = stackTraceLimit;
    this.name = 'Refusal';
    this.kind = kind;
    this.code = code;
    this.fields = fields;
  }
}

export function refuse(kind: RefusalKind, code: string, sentence: string, fields?: Record<string, string>): never {
  throw new Refusal(kind, code, sentence, fields);
}

/** What stands in the way is thrown, nothing otherwise. */
export function refuseIf(refused: Refusal | null | undefined): void {
  if (refused) throw refused;
}

/** What somebody typed is not right, said at its field as well. */
export const invalid = (code: string, field: string, sentence: string): Refusal =>
  new Refusal('invalid', code, sentence, { [field]: sentence });

export function refuseField(field: string, sentence: string): never {
  throw invalid('invalidField', field, sentence);
}
