/** Exit codes of `footnote`: scripts rely on them. */
export const EXIT = { answered: 0, failure: 1, usage: 2, abstained: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
