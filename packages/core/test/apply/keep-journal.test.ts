import { describe, expect, it } from "vitest";
import { SecurityGroupError, type JournalEntry } from "../../src/index.ts";
import { keepJournal, type KeptJournal } from "../../src/apply/keep-journal.ts";
import { errorOf } from "../support/memory-target.ts";

const entry: JournalEntry = { kind: "ended-all", at: 1 };

/** A journal whose writes fail one after the other with these, and succeed afterwards. */
function failing(...causes: readonly unknown[]): { readonly journal: KeptJournal; readonly writes: () => number } {
  let writes = 0;
  const write = async (): Promise<void> => {
    if (writes++ < causes.length) throw causes[writes - 1];
  };
  return { journal: keepJournal({ write }), writes: () => writes };
}

describe("a journal that cannot be written", () => {
  it("says why and what to do, and is not written to again", async () => {
    const cause = new Error("disk full");
    const { journal, writes } = failing(cause);
    const error = await errorOf(journal.write(entry));
    expect(error).toMatchObject({
      code: "journal-unusable",
      message: "the journal cannot be written: disk full",
      hint: expect.stringMatching(/make a new plan/i),
      cause,
    });
    expect(journal.failure()).toBe(error);
    expect(await errorOf(journal.write(entry))).toBe(error);
    expect(writes()).toBe(1);
  });

  it("is noted in silence, each time anew; the first failure counts", async () => {
    const { journal, writes } = failing(new Error("disk full"), new Error("disk gone"));
    await journal.note(entry);
    await journal.note(entry);
    await journal.note(entry);
    expect(journal.failure()).toMatchObject({ message: expect.stringContaining("disk full") });
    expect(writes()).toBe(3);
  });

  it.each<[string, unknown, string]>([
    ["for a reason that is no error", "full", "the journal cannot be written: full"],
    [
      "for a reason of another kind",
      new SecurityGroupError("forbidden", "not your disk"),
      "the journal cannot be written: not your disk",
    ],
    [
      "for a reason with another code",
      Object.assign(new Error("no"), { code: "ENOSPC" }),
      "the journal cannot be written: no",
    ],
    [
      "for a reason that only looks like its own",
      Object.assign(new Error("no"), { code: "journal-unusable" }),
      "the journal cannot be written: no",
    ],
  ])("%s is told as a journal that cannot be used", async (_, cause, message) => {
    const error = await errorOf(failing(cause).journal.write(entry));
    expect(error).toMatchObject({ code: "journal-unusable", message, cause });
  });

  it("and that tells so itself is told as it is", async () => {
    const cause = new SecurityGroupError("journal-unusable", "it is being used", { hint: "Wait." });
    expect(await errorOf(failing(cause).journal.write(entry))).toBe(cause);
  });
});

it("a journal that can be written has no failure, and neither has none", async () => {
  for (const journal of [failing().journal, keepJournal(undefined)]) {
    await journal.write(entry);
    await journal.note(entry);
    expect(journal.failure()).toBeUndefined();
  }
});
