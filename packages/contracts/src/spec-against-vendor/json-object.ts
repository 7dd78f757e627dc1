/** A JSON object of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The object itself; an empty one in place of anything else, as for a part that a document leaves out. */
export const objectOf = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});

/** The list itself; an empty one in place of anything else. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
