import * as z from "zod";
import type { CheckedCase } from "../check-report.ts";
import type { PactFile } from "../pact-file.ts";

// Which fields there are depends on the kind of mismatch.
const mismatch = z.object({
  type: z.string(),
  mismatch: z.string().optional(),
  path: z.string().optional(),
  key: z.string().optional(),
});
const failure = z.object({ message: z.string().optional(), mismatches: z.array(mismatch).optional() });
const account = z.object({
  interactionResults: z.array(z.object({ description: z.string(), result: z.string() })),
  errors: z.array(z.object({ interaction: z.string(), mismatch: failure })),
});

/** The verifier's account as cases, one for each interaction of the pact; one that it did not speak of is a problem. */
export function readResults(pact: PactFile, text: string): readonly CheckedCase[] {
  const { interactionResults, errors } = account.parse(parse(text));
  const passed = new Set(
    interactionResults.filter(({ result }) => result === "OK").map(({ description }) => description),
  );
  return pact.interactions.map(({ description }) => {
    if (passed.has(description)) return { name: description, problems: [] };
    const found = errors.filter(({ interaction }) => interaction.endsWith(description));
    const problems = found.flatMap((error) => describeFailure(error.mismatch));
    return { name: description, problems: problems.length > 0 ? problems : ["Pact's verifier does not say why."] };
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`Pact's verifier gave no account: ${text}`);
  }
}

function describeFailure({ message, mismatches = [] }: z.output<typeof failure>): readonly string[] {
  if (mismatches.length === 0) return [message ?? "the answer does not match"];
  return mismatches.map(({ type, mismatch: text, path, key }) => {
    const place = path ?? key;
    return `${type}${place === undefined ? "" : ` at ${place}`}: ${text ?? "it does not match"}`;
  });
}
