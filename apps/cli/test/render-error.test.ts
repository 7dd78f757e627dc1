import { SecurityGroupError, type ErrorCode } from "@secgroup/core";
import { describe, expect, it } from "vitest";
import { errorToJson } from "../src/render/error-to-json.ts";
import { renderError } from "../src/render/render-error.ts";
import { stylesFor } from "../src/render/styles.ts";

/** Every code, and a word of what is to be done about it; the compiler sees that none is left out. */
const wanted: Readonly<Record<ErrorCode, RegExp>> = {
  "invalid-document": /secgroup validate/,
  unsupported: /in the document/,
  "limit-exceeded": /raise the limit/,
  "invalid-name": /another name/,
  "ambiguous-group": /`id`/,
  "group-in-use": /Detach/,
  "unlisted-rules": /unlistedRules: remove/,
  "provider-owned": /unlistedRules: keep/,
  "unreadable-rule": /on the cloud/,
  "unsafe-plan": /secgroup apply --help/,
  "guardrail-broken": /guardrail/,
  "stale-plan": /new plan/,
  "invalid-plan": /secgroup plan --out/,
  "missing-credentials": /variables/,
  usage: /--help/,
  "journal-unusable": /new plan/,
  unauthorized: /credentials/,
  forbidden: /right/,
  "not-found": /ids/,
  rejected: /change them/,
  conflict: /plan again/,
  "rate-limited": /Wait/,
  unavailable: /later/,
  unreachable: /network/,
  "unexpected-response": /secgroup doctor/,
  "operation-failed": /new plan/,
  "operation-timeout": /may still/,
  aborted: /start again/,
  "not-converged": /new plan/,
};

const isCode = (text: string): text is ErrorCode => text in wanted;
const codes = Object.keys(wanted)
  .filter(isCode)
  .map((code) => [code, wanted[code]] as const);
const plain = stylesFor({ hasColor: false });
const place = { file: "net.yaml", line: 3, column: 5, target: "fra", group: "web" };
const vendor = { cloud: "gcore", request: "GET /x", status: 418, requestId: "r-1" };

describe("an error", () => {
  it.each(codes)("%s says what, where, why, and what to do next", (code, word) => {
    const error = new SecurityGroupError(code, "it went wrong: because", { place, vendor });
    const [what, ...details] = renderError(error, plain);
    expect(what).toBe(`error ${code}: it went wrong: because`);
    expect(details.slice(0, -1)).toEqual([
      "  at net.yaml:3:5",
      "  target fra, group web",
      "  Gcore: answer 418, to GET /x, request id r-1",
    ]);
    expect(details.at(-1)).toMatch(/^ {2}hint: [A-Z`].*\.$/);
    expect(details.at(-1)).toMatch(word);
    expect(errorToJson(error).hint).toMatch(word);
  });

  it.each(codes)("%s keeps to its own hint where it has one", (code) => {
    const error = new SecurityGroupError(code, "it went wrong", { hint: "Do this." });
    expect(renderError(error, plain)).toEqual([`error ${code}: it went wrong`, "  hint: Do this."]);
    expect(errorToJson(error).hint).toBe("Do this.");
  });

  it("says once what helps with several, and of a long list how many there are", () => {
    const single = (number: number): SecurityGroupError =>
      new SecurityGroupError("not-found", `there is no ${number}`, { place: { target: `t${number}` } });
    const all = Array.from({ length: 30 }, (_, number) => single(number));
    const lines = renderError(single(0).with({ related: all }), plain);
    expect(lines.filter((line) => line.startsWith("  hint: "))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith("error "))).toHaveLength(10);
    expect(lines.slice(-2)).toEqual(["… and 20 more errors (--json has all)", "30 errors"]);
  });
});
