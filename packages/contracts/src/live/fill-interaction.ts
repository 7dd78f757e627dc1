import type { PactInteraction } from "../pact-file.ts";
import type { LiveCall } from "./live-session.ts";

/** The path of an interaction with names for the values of the provider's state, such as `/groups/${groupId}`. */
export const templateOf = ({ request }: PactInteraction): string =>
  request.generators?.path?.expression ?? request.path;

/** The request of an interaction with the account's own ids; undefined when one of them is not known. */
export function fillInteraction(
  interaction: PactInteraction,
  values: Readonly<Record<string, string>>,
): LiveCall | undefined {
  const { method, query, body, generators } = interaction.request;
  const path = fill(templateOf(interaction), (name) => values[name] && encodeURIComponent(values[name]));
  const content = structuredClone(body?.content);
  for (const [place, { expression }] of Object.entries(generators?.body ?? {})) {
    const value = fill(expression ?? "", (name) => values[name]);
    if (value === undefined) return undefined;
    setAt(content, place, value);
  }
  const asked = { ...query };
  for (const [name, { expression }] of Object.entries(generators?.query ?? {})) {
    const value = fill(expression ?? "", (known) => values[known]);
    if (value === undefined) return undefined;
    asked[name] = [value];
  }
  return path === undefined ? undefined : { method, path, query: asked, body: content };
}

function fill(template: string, valueOf: (name: string) => string | undefined): string | undefined {
  const names = [...template.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name ?? "");
  if (names.some((name) => !valueOf(name))) return undefined;
  return template.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => valueOf(name) ?? "");
}

/** Sets what a path such as `$.rules[0].remote_group_id` leads to. */
function setAt(content: unknown, place: string, value: string): void {
  const keys = [...place.matchAll(/[\w-]+/g)].map(([key]) => key);
  const last = keys.pop();
  const holder = keys.reduce<unknown>((node, key) => (isHolder(node) ? node[key] : undefined), content);
  if (isHolder(holder) && last !== undefined) holder[last] = value;
}

const isHolder = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
