import type { Schema } from "./answer-schema.ts";
import { excerpt, parseJson, unexpectedAnswer, type ShownAnswer } from "./ionos-error.ts";

/** The body of a 2xx answer as the schema wants it. Throws `unexpected-response` for text that is not JSON or lacks what is needed. */
export function readBody<T>(schema: Schema<T>, answer: ShownAnswer): T {
  const { text, response } = answer;
  const value = parseJson(text);
  if (value === undefined && text.trim() !== "") {
    const start = excerpt(text);
    throw unexpectedAnswer(`has status ${response.status} but is not JSON: ${start}`, answer, start);
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const field =
    issue?.path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("") || ".body";
  const wanted = issue?.code === "invalid_type" ? `: it should hold ${issue.expected}` : "";
  throw unexpectedAnswer(`lacks what is needed in ${field.slice(1)}${wanted}`, answer);
}
