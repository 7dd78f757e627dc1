import { SecurityGroupError } from "../error/security-group-error.ts";
import type { Journal, JournalEntry } from "./journal.ts";

/** A journal that is never silently incomplete: once an entry could not be written, no further write to a cloud is begun. */
export interface KeptJournal {
  /** Throws `journal-unusable` when this entry, or one before it, could not be written. */
  readonly write: (entry: JournalEntry) => Promise<void>;
  /** For what has happened already and has to be seen to its end: keeps a failure for later. */
  readonly note: (entry: JournalEntry) => Promise<void>;
  /** Why the journal is incomplete. */
  readonly failure: () => SecurityGroupError | undefined;
}

export function keepJournal(journal: Journal | undefined): KeptJournal {
  let failure: SecurityGroupError | undefined;
  const note = async (entry: JournalEntry): Promise<void> => {
    try {
      await journal?.write(entry);
    } catch (cause) {
      failure ??= unusable(cause);
    }
  };
  return {
    note,
    write: async (entry) => {
      if (failure === undefined) await note(entry);
      if (failure !== undefined) throw failure;
    },
    failure: () => failure,
  };
}

function unusable(cause: unknown): SecurityGroupError {
  if (SecurityGroupError.is(cause) && cause.code === "journal-unusable") return cause;
  return new SecurityGroupError(
    "journal-unusable",
    `the journal cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`,
    { hint: "Nothing more was sent. Make room for the journal, then make a new plan.", cause },
  );
}
