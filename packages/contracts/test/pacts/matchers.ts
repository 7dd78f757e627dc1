import { MatchersV3 } from "@pact-foundation/pact";

/** Any value of the same type. */
export const like = MatchersV3.like;

/** At least one item that matches, beside others. */
export const eachLike = (item: unknown): unknown => MatchersV3.atLeastOneLike(item, 1);

export const integer = (example: number): unknown => MatchersV3.integer(example);

/** Text that matches as a whole. */
export const matching = (pattern: string, example: string): unknown => MatchersV3.regex(`^${pattern}$`, example);

export const uuid = (example: string): unknown =>
  matching("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", example);

/** Exactly the example here, and what the provider's state gives under these names there. Names stand in braces. */
export const given = (template: string, values: Readonly<Record<string, string>>): unknown => ({
  "pact:matcher:type": "equality",
  "pact:generator:type": "ProviderState",
  expression: template.replaceAll("{", "${"),
  value: template.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? name),
});
