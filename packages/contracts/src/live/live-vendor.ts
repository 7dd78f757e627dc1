import type { LiveContext } from "./live-interactions.ts";

/** Ids by the names that the pacts have for them. */
export type Values = Readonly<Record<string, string>>;

/** What is special to one vendor's live API. */
export interface LiveVendor {
  /** Ids that reads can be asked of, found by reading. */
  readonly discover: (context: LiveContext, values: Values) => Promise<Values>;
  /** Answers to what the documents leave open, as far as reading gives them. */
  readonly learn: (context: LiveContext, values: Values) => Promise<void>;
  /** Makes a group, writes to it, deletes it, and answers on the way what the documents leave open. */
  readonly write: (context: LiveContext, values: Values) => Promise<void>;
}

/** Notes the answer to an open question as the value of the simulator's quirk of that name. */
export function noteQuirk({ cases }: LiveContext, quirk: string, value: string | number | undefined): void {
  const note =
    value === undefined ? "not answered" : `the simulator's quirk for it is ${quirk}: ${JSON.stringify(value)}`;
  cases.push({ name: `open question ${quirk}`, problems: [], notes: [note] });
}

/** A name that nobody else has. */
export const ownName = (): string => `secgroup-contracts-${crypto.randomUUID().slice(0, 8)}`;

/** Repeats a look until it gives a value. Throws after so many looks. */
export async function waitFor<T>(
  { session }: LiveContext,
  what: string,
  look: () => Promise<T | undefined>,
  looks = 150,
): Promise<T> {
  for (let count = 0; count < looks; count++) {
    const found = await look();
    if (found !== undefined) return found;
    await session.pause();
  }
  throw new Error(`${what} did not come to an end.`);
}
