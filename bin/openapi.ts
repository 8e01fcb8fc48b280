import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../checks/source.ts';
import { answersFile, answersText } from './answers/answersText.ts';

/** After a change to what a route answers: writes what the open description says of answers, from the types in the code. */
writeFileSync(join(root, answersFile), answersText());
