/** What the program ends with; `changes` only where a command promises it. */
export const exitCode = { success: 0, error: 1, changes: 2, interrupted: 130 } as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
