import type { TestProject } from 'vitest/node';
import { startBroker } from './broker.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseBroker: string;
  }
}

/** The database starts when the first test file asks for one: who tests a pure function waits for nothing. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const broker = await startBroker();
  project.provide('databaseBroker', broker.url);
  return broker.close;
}
