import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What is used of an interaction in a pact file of version 4. */
export interface PactInteraction {
  readonly description: string;
  readonly providerStates?: readonly { readonly name: string; readonly params?: Readonly<Record<string, unknown>> }[];
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly query?: Readonly<Record<string, readonly string[]>>;
    readonly headers?: Readonly<Record<string, readonly string[]>>;
    readonly body?: { readonly content?: unknown };
    readonly generators?: {
      readonly path?: Generator;
      readonly query?: Readonly<Record<string, Generator>>;
      readonly body?: Readonly<Record<string, Generator>>;
    };
  };
  readonly response: { readonly status: number };
}

/** Says where a value comes from; an `expression` holds names as `${name}`. */
export interface Generator {
  readonly type: string;
  readonly expression?: string;
}

/** A pact file and what is used of it; `content` is all of it. */
export interface PactFile {
  readonly path: string;
  readonly consumer: string;
  readonly provider: string;
  readonly interactions: readonly PactInteraction[];
  readonly content: unknown;
}

/** The pacts of this package's own consumers, the two adapters. */
export const ownPacts: string = fileURLToPath(new URL("../pacts", import.meta.url));

/** All pact files of a folder, in the order of their names. Throws when there is none, or a JSON file that is no pact. */
export async function readPacts(folder: string): Promise<readonly PactFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).toSorted();
  if (names.length === 0) throw new Error(`${folder} holds no pact file (*.json).`);
  return Promise.all(names.map((name) => readPact(join(folder, name))));
}

async function readPact(path: string): Promise<PactFile> {
  const content: unknown = JSON.parse(await readFile(path, "utf8"));
  if (!isPact(content)) throw new Error(`${path} is not a pact: it lacks consumer, provider or interactions.`);
  const { consumer, provider, interactions } = content;
  return { path, consumer: consumer.name, provider: provider.name, interactions, content };
}

interface PactContent {
  readonly consumer: { readonly name: string };
  readonly provider: { readonly name: string };
  readonly interactions: readonly PactInteraction[];
}

function isPact(content: unknown): content is PactContent {
  if (typeof content !== "object" || content === null) return false;
  const { consumer, provider, interactions } = content as Partial<PactContent>;
  return typeof consumer?.name === "string" && typeof provider?.name === "string" && Array.isArray(interactions);
}
