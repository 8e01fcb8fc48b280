import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaFile, withMigrated } from '../checks/schema-fresh.ts';
import { schemaText } from '../checks/schema-types.ts';
import { repositoryRoot } from '../src/platform/config.ts';

/** After a new migration: writes the table types from the database as the migrations leave it. */
writeFileSync(join(repositoryRoot, schemaFile), await withMigrated(schemaText));
