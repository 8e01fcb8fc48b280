/** What stops the product from starting and the person at the machine can put right: told as a sentence, without a stack. */
export class StartupProblem extends Error {
  constructor(chinese: string, english: string) {
    super(`${chinese}\n${english}`);
    this.name = 'StartupProblem';
  }
}

/** What bin/keep.mjs and systemd (RestartPreventExitStatus) do not start again: it would refuse once more. */
const REFUSED = 78;

/** Ends a command-line program: a problem is told in its own words, a bug with its stack. */
export function endWith(error: unknown): never {
  if (error instanceof StartupProblem) console.error(`\n${error.message}`);
  else console.error(error);
  process.exit(error instanceof StartupProblem ? REFUSED : 1);
}
