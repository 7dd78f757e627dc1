import { describe, expect, it } from "vitest";
import {
  SecurityGroupError,
  type ErrorCode,
  type GroupId,
  type OperationState,
  type Rule,
  type Step,
  type StepStatus,
} from "../../src/index.ts";
import { tcp } from "../support/describe-waves.ts";
import { runOneWave, standing, type RanWave, type Standing } from "../support/one-wave.ts";

const allow = (group: { readonly id: GroupId; readonly name: string }, rule: Rule): Step => ({
  kind: "create-rule",
  group,
  rule,
});
const oneRule = (at: Standing): readonly Step[] => [allow(at.group, tcp(80))];
const fortyRules = (at: Standing): readonly Step[] =>
  Array.from({ length: 40 }, (_, index) => allow(at.group, tcp(index + 1)));
const statuses = ({ reports }: RanWave): StepStatus[] => reports.map(({ status }) => status);
const kinds = ({ events }: RanWave): string[] => events.map(({ kind }) => kind);
const numbersSent = ({ entries }: RanWave): number => entries.filter(({ kind }) => kind === "sending").length;

describe("of a write", () => {
  it.each<[StepStatus, readonly ErrorCode[]]>([
    ["not-done", ["aborted", "journal-unusable"]],
    [
      "failed",
      [
        "unsupported",
        "unauthorized",
        "forbidden",
        "not-found",
        "rejected",
        "conflict",
        "rate-limited",
        "operation-failed",
      ],
    ],
    ["unknown", ["unreachable", "unavailable", "unexpected-response", "operation-timeout"]],
  ])("that ends in an error it is told that it is %s with %j", async (status, codes) => {
    for (const code of codes) {
      const at = standing();
      const error = new SecurityGroupError(code, "no");
      const ran = await runOneWave(at, oneRule(at), {
        onSubmit: () => {
          throw error;
        },
      });
      expect(ran.reports).toEqual([{ step: oneRule(at)[0], status, error }]);
      expect(ran.entries.at(-1)).toMatchObject({ kind: "ended", step: 0, status, error: code });
      // Nothing is on its way, so that nothing is waited for.
      expect(kinds(ran)).toEqual(["step-sent", "step-ended"]);
    }
  });

  it("that is refused for now nothing is told: it is sent again", async () => {
    const at = standing();
    const ran = await runOneWave(at, oneRule(at), {
      onSubmit: (count) => {
        if (count < 3) throw new SecurityGroupError("rate-limited", "not now", { retryable: true });
      },
    });
    expect(statuses(ran)).toEqual(["done"]);
    expect(ran.submitted).toBe(3);
  });

  it("that cannot be written down nothing is sent", async () => {
    const at = standing();
    const ran = await runOneWave(at, oneRule(at), { journalFails: true });
    expect(ran.reports).toMatchObject([{ status: "not-done", error: { code: "journal-unusable" } }]);
    expect(ran.submitted).toBe(0);
  });
});

describe("of many writes", () => {
  it("no further one is sent after a failure", async () => {
    const at = standing();
    const ran = await runOneWave(at, fortyRules(at), {
      onSubmit: (count) => {
        if (count === 1) throw new SecurityGroupError("forbidden", "no");
      },
    });
    expect(statuses(ran).slice(0, 3)).toEqual(["failed", "done", "done"]);
    expect(ran.reports.slice(32)).toEqual(
      fortyRules(at)
        .slice(32)
        .map((step) => ({ step, status: "not-done" })),
    );
    expect(ran.submitted).toBe(32);
    expect(numbersSent(ran)).toBe(32);
  });

  it("no further one is begun after an abort", async () => {
    const abort = new AbortController();
    const at = standing();
    const ran = await runOneWave(at, fortyRules(at), { signal: abort.signal, onSubmit: () => abort.abort() });
    expect(statuses(ran).slice(32)).toEqual(Array.from({ length: 8 }, () => "not-done"));
    expect(numbersSent(ran)).toBe(32);
  });
});

describe("the id of a new group", () => {
  const { target, group } = standing();
  const [early, late] = [group.id, target.cloud.seed({ name: "other" })];

  it.each<[string, GroupId | undefined, GroupId | undefined, GroupId | undefined]>([
    ["told with the answer", early, undefined, early],
    ["told at the end", undefined, late, late],
    ["told twice: the end counts", early, late, late],
    ["never told", undefined, undefined, undefined],
  ])("%s", async (_, answered, ended, wanted) => {
    const create: Step = { kind: "create-group", name: "new", rules: [] };
    // A change of a group tells its id as well, which is nothing new.
    const rename: Step = { kind: "update-group", group, fields: { name: "www" } };
    const ran = await runOneWave(standing(), [create, rename], {
      adapter: {
        submit: async ({ kind }) =>
          kind === "create-group"
            ? { cloud: "memory", handles: ["one"], groupId: answered }
            : { cloud: "memory", handles: ["two"], groupId: group.id },
        readOperations: async (operations) =>
          operations.map(({ handles: [handle] }) => ({
            status: "succeeded",
            groupId: handle === "one" ? ended : group.id,
          })),
      },
    });
    expect(statuses(ran)).toEqual(["done", "done"]);
    expect([...ran.created]).toEqual(wanted === undefined ? [] : [["new", wanted]]);
  });
});

describe("a write that the cloud took on and that", () => {
  const ended = async (read: () => OperationState): Promise<RanWave> => {
    const at = standing();
    return runOneWave(at, oneRule(at), {
      adapter: {
        submit: async () => ({ cloud: "memory", handles: ["request 7"] }),
        readOperations: async (operations) => operations.map(read),
      },
    });
  };

  it.each<[string, OperationState, StepStatus, ErrorCode]>([
    ["failed", { status: "failed", message: "no space left" }, "failed", "operation-failed"],
    ["was lost", { status: "lost", message: "never heard of it" }, "unknown", "unexpected-response"],
    ["does not end", { status: "running" }, "unknown", "operation-timeout"],
  ])("%s is reported with what the cloud said, and what to do", async (_, state, status, code) => {
    const said = "message" in state ? { message: state.message } : {};
    const ran = await ended(() => state);
    expect(ran.reports).toMatchObject([
      {
        status,
        error: {
          code,
          hint: expect.stringMatching(/make a new plan/i),
          vendor: { cloud: "memory", requestId: "request 7", ...said },
        },
      },
    ]);
    expect(kinds(ran)).toEqual(["step-sent", "waiting", "step-ended"]);
  });

  it("cannot be looked at is unknown, with why", async () => {
    const ran = await ended(() => {
      throw new SecurityGroupError("unauthorized", "who are you?");
    });
    expect(ran.reports).toMatchObject([
      { status: "unknown", error: { code: "unauthorized", message: "who are you?" } },
    ]);
  });
});
