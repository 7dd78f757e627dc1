/** The four ways in which the two sides are held to each other. */
export type CheckName = "pact-against-spec" | "simulator-against-pact" | "spec-against-vendor" | "live";

/** One thing that was looked at: an interaction, a difference, a question. */
export interface CheckedCase {
  readonly name: string;
  /** What is wrong, one sentence each; none when it holds. */
  readonly problems: readonly string[];
  /** What is worth knowing and breaks nothing. */
  readonly notes?: readonly string[];
}

/** What one check found about one provider. */
export interface CheckReport {
  readonly check: CheckName;
  readonly provider: ProviderName;
  readonly cases: readonly CheckedCase[];
  /** Why it was not run; there are no cases then, and it does not count as failed. */
  readonly skipped?: string;
}

/** The two vendors. */
export type ProviderName = "ionos" | "gcore";

/** Whether everything that was looked at holds. A check that looked at nothing and was not skipped does not. */
export function hasPassed({ cases, skipped }: CheckReport): boolean {
  if (skipped !== undefined) return true;
  return cases.length > 0 && cases.every(({ problems }) => problems.length === 0);
}
