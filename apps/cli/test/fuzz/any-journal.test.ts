import fc from "fast-check";
import { expect, it } from "vitest";
import { drifted } from "../support/documents.ts";
import { createHarness, type Harness } from "../support/harness.ts";
import { mutationsOf } from "../../../../packages/config/test/fuzz/mutations.ts";
import { isDoneOrWellRefused } from "./well-ended.ts";

const journal = "secgroup.yaml.journal";

/** A journal of an apply that was stopped while the clouds were at work, with the clouds that it is about. */
async function stopped(): Promise<Harness> {
  const harness = createHarness({ seed: true });
  harness.write("secgroup.yaml", drifted);
  const interrupt = new AbortController();
  harness.clock.onSleep(() => interrupt.abort());
  expect((await harness.run("apply --yes", { signal: interrupt.signal })).code).toBe(130);
  return harness;
}

const lines = (await stopped()).read(journal).trimEnd().split("\n");
const mutations = lines.flatMap((line, index) =>
  mutationsOf(JSON.parse(line)).map(([, mutated]) => ({ index, text: JSON.stringify(mutated) ?? "" })),
);

const flags = fc.constantFrom(
  "--resume",
  "--resume --json",
  "--rollback --yes --force",
  "--rollback --yes --force --json",
);

it("a journal with any field changed leads on, or back, or is refused with a code; and says how it ended", async () => {
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...mutations), flags, async ({ index, text }, flag) => {
      const { run, write, read } = await stopped();
      const own = read(journal).trimEnd().split("\n");
      // Ids differ from run to run: only a line that has none of them may be put in as it was.
      const isOwn = own[index] === lines[index];
      const put = isOwn ? text : JSON.stringify(mutationsOfLine(own[index] ?? "", text.length));
      write(journal, own.map((line, position) => (position === index ? put : line)).join("\n") + "\n");
      if (!isDoneOrWellRefused(await run(`apply ${flag}`), false)) refused++;
    }),
    { numRuns: 40 },
  );
  expect(refused).toBeGreaterThan(2);
});

/** One of the mutations of a line, chosen by a number. */
function mutationsOfLine(line: string, choice: number): unknown {
  const all = mutationsOf(JSON.parse(line));
  return all[choice % all.length]?.[1] ?? null;
}

it("any text as a journal ends with a code, and writes nothing to a cloud", async () => {
  const { run, write, read, writesSince } = await stopped();
  const text = read(journal);
  const before = writesSince(0).length;
  const edit = fc.tuple(
    fc.nat(text.length),
    fc.integer({ min: 1, max: 400 }),
    fc.string({ unit: "binary", maxLength: 4 }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        edit.map(([start, length, put]) => text.slice(0, start) + put + text.slice(start + length)),
        fc.json(),
        fc.array(fc.json()).map((values) => values.join("\n")),
        fc.constantFrom("", "\n\n\n", "[".repeat(50_000), '{"kind":"begun"}', "\u0000"),
      ),
      async (mutated) => {
        write(journal, mutated);
        // Without a yes: what can be read is only shown.
        isDoneOrWellRefused(await run("apply --rollback", { answer: false }), false);
      },
    ),
    { numRuns: 60 },
  );
  expect(writesSince(0)).toHaveLength(before);
});
