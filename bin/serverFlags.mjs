/**
 * How V8 keeps house in a server: a young generation of 8 MiB, and a heap that is collected before it has doubled. By itself it
 * lets garbage grow towards gigabytes where the machine has them, and never gives them back while nobody comes.
 */
export const serverFlags = ['--max-semi-space-size=8', '--optimize-for-size'];
