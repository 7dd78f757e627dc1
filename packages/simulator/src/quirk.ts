/** What a quirk can be set to. */
export type QuirkValue = string | number;

/** One thing that a vendor's public documents leave open, with every answer to it that is plausible. */
export interface Quirk {
  readonly values: readonly QuirkValue[];
  /** What the simulated cloud does unless it is told otherwise; one of the values. */
  readonly default: QuirkValue;
  /** Which statement of which public document leaves it open, with the name of the operation, header or field. */
  readonly fact: string;
  /** What the values do where their names do not say it, and what else they depend on. */
  readonly note?: string;
}

/** The quirks of one cloud by name; the only place where they, their values and their defaults are written down. */
export type QuirkTable = Readonly<Record<string, Quirk>>;

/** What is open as well, but has no values here. */
export interface UnmodelledFact {
  readonly fact: string;
  /** Why no answer of the simulated cloud depends on it. */
  readonly reason: string;
}

/** One value for each quirk of a table. */
export type QuirkValues<Table extends QuirkTable> = {
  readonly [Name in keyof Table]: Table[Name]["values"][number];
};

/** The defaults of a table. */
export function quirkDefaults<Table extends QuirkTable>(table: Table): QuirkValues<Table> {
  // The names are those of the table, which the type of Object.fromEntries cannot know.
  return Object.fromEntries(Object.entries(table).map(([name, quirk]) => [name, quirk.default])) as QuirkValues<Table>;
}
