import fc from 'fast-check';

// Each property is asked once for each mutant it covers: a few dozen cases find what a hundred would.
fc.configureGlobal({ numRuns: 40 });
