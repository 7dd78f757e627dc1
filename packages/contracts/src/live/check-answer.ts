import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";
import type { CheckedCase } from "../check-report.ts";
import { comparePact } from "../pact-against-spec/compare-pact.ts";
import type { LiveAnswer, LiveCall } from "./live-session.ts";

// Headers that any server adds; what concerns the API is the rest.
const shownHeaders: ReadonlySet<string> = new Set(["location", "retry-after", "content-type"]);

/**
 * Holds a live answer to the document, and its status to those that the pact knows for the request. A field that the document
 * does not know is a note.
 */
export async function checkAnswer(
  document: OpenApiDocument,
  name: string,
  call: LiveCall,
  answer: LiveAnswer,
  statuses: readonly number[],
): Promise<CheckedCase> {
  if (!statuses.includes(answer.status)) {
    const said = JSON.stringify(answer.body)?.slice(0, 300) ?? "without a body";
    return { name, problems: [`answered ${answer.status} where ${statuses.join(" or ")} is expected: ${said}`] };
  }
  const headers = Object.fromEntries([...answer.headers].filter(([header]) => shownHeaders.has(header)));
  const sent = call.body === undefined ? {} : { "Content-Type": ["application/json"] };
  const interaction = {
    type: "Synchronous/HTTP",
    description: name,
    request: { ...call, headers: { Authorization: ["Bearer x"], ...sent }, ...bodyOf(call.body) },
    response: { status: answer.status, headers, ...bodyOf(answer.body) },
  };
  const content = {
    consumer: { name: "live" },
    provider: { name: "live" },
    interactions: [interaction],
    metadata: { pactSpecification: { version: "4.0" } },
  };
  const pact = { path: name, consumer: "live", provider: "live", interactions: [], content };
  const [strictly] = await comparePact(pact, document);
  if (strictly === undefined) return { name, problems: [] };
  const [loosely] = await comparePact(pact, document, "allowed");
  const problems = loosely?.problems ?? [];
  // Readers skip fields that they do not know, so that more than was promised breaks nothing.
  const notes = strictly.problems.filter((problem) => !problems.includes(problem));
  return { name, problems, ...(notes.length > 0 && { notes }) };
}

const bodyOf = (body: unknown): object =>
  body === undefined
    ? { body: undefined }
    : { body: { content: body, contentType: "application/json", encoded: false } };
