/** Shells that can complete the words of a command line. */
export const shells = ["bash", "zsh", "fish"] as const;

export type Shell = (typeof shells)[number];

/** The first word of the command lines by which shells ask for proposals; the words that were typed follow, the unfinished one last. */
export const proposalRequest = "__complete";
