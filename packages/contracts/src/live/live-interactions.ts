import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";
import type { CheckedCase } from "../check-report.ts";
import type { PactFile, PactInteraction } from "../pact-file.ts";
import { checkAnswer } from "./check-answer.ts";
import { fillInteraction, templateOf } from "./fill-interaction.ts";
import type { LiveAnswer, LiveSession } from "./live-session.ts";

/** A request that succeeds somewhere in the pacts, with every status that it succeeds with. */
export interface LiveInteraction {
  readonly interaction: PactInteraction;
  /** The path with names for ids. */
  readonly template: string;
  readonly statuses: readonly number[];
}

/** The requests of the pacts that succeed, each once; what differs only in the state or the answer is one. */
export function liveInteractions(pacts: readonly PactFile[]): readonly LiveInteraction[] {
  const found = new Map<string, LiveInteraction>();
  for (const interaction of pacts.flatMap(({ interactions }) => interactions)) {
    const { status } = interaction.response;
    if (status >= 300) continue;
    const { method, query, body } = interaction.request;
    const template = templateOf(interaction);
    const key = JSON.stringify([method, template, query, body?.content]);
    const known = found.get(key);
    found.set(key, {
      interaction: known?.interaction ?? interaction,
      template,
      statuses: [...new Set([...(known?.statuses ?? []), status])],
    });
  }
  return [...found.values()];
}

/** Whatever a live check hands around. */
export interface LiveContext {
  readonly session: LiveSession;
  readonly document: OpenApiDocument;
  readonly interactions: readonly LiveInteraction[];
  /** What is found, in the order in which it is. */
  readonly cases: CheckedCase[];
}

/** Sends one request of the pacts and notes what is wrong with its answer; undefined when it was not sent or not answered as expected. */
export async function perform(
  { session, document, cases }: LiveContext,
  { interaction, statuses }: LiveInteraction,
  values: Readonly<Record<string, string>>,
  change: (body: unknown) => unknown = (body) => body,
): Promise<LiveAnswer | undefined> {
  const name = interaction.description;
  const filled = fillInteraction(interaction, values);
  if (filled === undefined) {
    cases.push({ name, problems: [], notes: ["not asked: the account has nothing to ask it of"] });
    return undefined;
  }
  const call = { ...filled, body: change(filled.body) };
  const answer = await session.send(call);
  cases.push(await checkAnswer(document, name, call, answer, statuses));
  return statuses.includes(answer.status) ? answer : undefined;
}
