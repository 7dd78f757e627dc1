import { describe, expect, it } from "vitest";
import { describePacket, describeTrafficLine, explainTraffic, type Rule } from "../../src/index.ts";
import { tcp } from "../support/describe-waves.ts";

const question = [tcp(22, "10.0.0.0/8")];
const named = (rules: readonly Rule[]): readonly { readonly id: number; readonly rule: Rule }[] =>
  rules.map((rule, id) => ({ rule, id }));

describe("traffic that somebody asks about is", () => {
  it.each([
    ["allowed", [tcp(22, "10.0.0.0/9"), tcp(80), tcp(22, "10.128.0.0/9")], [0, 2], ["tcp/22 from 10.0.0.0/8"], []],
    ["partly", [tcp(22, "10.0.0.0/9")], [0], ["tcp/22 from 10.0.0.0/9"], ["tcp/22 from 10.128.0.0/9"]],
    ["refused", [tcp(80)], [], [], ["tcp/22 from 10.0.0.0/8"]],
  ])("%s, by these rules", (wanted, rules, by, allowed, refused) => {
    const told = explainTraffic(question, named(rules));
    expect(told.answer).toBe(wanted);
    expect(told.rules.map(({ id }) => id)).toEqual(by);
    expect(told.allowed.map(({ line }) => describeTrafficLine(line))).toEqual(allowed);
    expect(told.refused.map(({ line }) => describeTrafficLine(line))).toEqual(refused);
    for (const { example } of [...told.allowed, ...told.refused]) expect(describePacket(example)).toMatch(/^tcp\/22/);
  });
});
