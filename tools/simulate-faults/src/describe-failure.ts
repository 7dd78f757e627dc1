import type { Breach } from "./laws/judge.ts";
import type { Outcome } from "./run/outcome.ts";
import { tellStory } from "./run/tell-story.ts";

/** What was broken, all that led to it, and the command that plays it again. */
export function describeFailure(title: string, breaches: readonly Breach[], outcome: Outcome, command: string): string {
  return [
    `${title}: ${breaches.length === 0 ? "every law holds" : "broken"}`,
    ...breaches.map(({ law, sentence }) => `  ${law}: ${sentence}`),
    "",
    tellStory(outcome),
    "",
    `again: ${command}`,
  ].join("\n");
}
