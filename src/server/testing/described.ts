type Content = Readonly<Record<string, { readonly schema?: object }>>;
export type Said = {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly object[];
  readonly parameters?: readonly { name: string; required?: boolean; description?: string; schema?: object }[];
  readonly requestBody?: { readonly content?: Content };
  readonly responses?: Readonly<Record<string, { readonly $ref?: string; readonly content?: Content }>>;
};
export type Operation = {
  readonly address: string;
  readonly said: Said;
  /** Nobody has to log in. */
  readonly open: boolean;
  readonly answers: readonly { readonly status: string; readonly content: Content }[];
};
export type Description = { readonly paths: Readonly<Record<string, Readonly<Record<string, Said>>>> };

/** What the open description says, address by address. */
export function operationsOf({ paths }: Description): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, said]) => ({
      address: `${method.toUpperCase()} ${path}`,
      said,
      open: said.security !== undefined && !said.security.some((way) => 'session' in way),
      answers: Object.entries(said.responses ?? {})
        .filter(([status]) => status.startsWith('2'))
        .map(([status, { content = {} }]) => ({ status, content })),
    })),
  );
}
