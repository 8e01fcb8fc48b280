import type { Config } from './config.ts';
import type { Db } from './db.ts';
import type { FieldCrypto } from './fieldCrypto.ts';
import type { FileStore } from './fileStore.ts';
import type { Secrets } from './secrets.ts';

/** What the whole server stands on, made once in main.ts and handed to every module's routes. */
export type Deps = {
  readonly db: Db;
  readonly config: Config;
  readonly secrets: Secrets;
  readonly crypto: FieldCrypto;
  readonly files: FileStore;
  now(): Date;
};
