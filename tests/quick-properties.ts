import fc from 'fast-check'

// One fault after the other: each is found by the same inputs, fewer of them, and the first is enough.
if (process.env['MUTANTS']) fc.configureGlobal({ numRuns: 25, endOnFailure: true, seed: 20261126 })
