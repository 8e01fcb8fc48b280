/** One way as it is told to a person. `late`: its limit passed, which shuts no court; `later`: after another way was gone. */
export type PathWay = {
  code: string;
  label: string;
  body: string;
  state: 'open' | 'late' | 'later' | 'shut';
  words: string;
  limit: { sentence: string; due: string | null; arithmetic: string[] } | null;
  /** What the law's own line says to bring. */
  papers: string;
  /** What the form of our door asks for, with who can bring it. */
  bring: { name: string; who: string }[];
  where: string;
  basis: string;
  /** The door that one press opens; null where there is no form of ours. */
  way: string | null;
  off: boolean;
  joint: boolean;
  /** It was opened already. */
  doorCode: string | null;
};

export type Path = {
  asOf: string;
  code: string;
  codeGrouped: string;
  title: string;
  center: string;
  phone: string | null;
  parts: { when: string; ways: PathWay[] }[];
};
