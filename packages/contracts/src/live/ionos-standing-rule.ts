import * as z from "zod";
import type { PactInteraction } from "../pact-file.ts";

const params = z.object({ groups: z.array(z.object({ rules: z.array(z.record(z.string(), z.unknown())) })) });

/** The properties of the first rule that the provider is to have before the interaction, without what is null. */
export function standingRule({ providerStates }: PactInteraction): Readonly<Record<string, unknown>> {
  const rule = params.parse(providerStates?.[0]?.params).groups[0]?.rules[0] ?? {};
  return Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== null));
}
