/**
 * How V8 keeps house in a server: a young generation of 8 MiB, and a heap that is collected when it has grown by 40 %. By itself
 * it lets garbage grow by hundreds of megabytes where the machine has them, and keeps it while nobody comes. (--optimize-for-size
 * does as much and doubles the time of a request.)
 */
export const serverFlags = ['--max-semi-space-size=8', '--heap-growing-percent=40'];
