import { normalizeRule, protocolEntries, readProtocol, type Rule, type RuleDraft } from "@secgroup/core";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { readRule } from "../src/read-rule.ts";
import { writeDraft, writeRule } from "../src/write-rule.ts";
import { wireRule } from "./wire.ts";

const bound = (maximum: number): fc.Arbitrary<readonly [number, number]> =>
  fc
    .tuple(fc.integer({ min: 1, max: maximum }), fc.integer({ min: 1, max: maximum }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);

const remotes = {
  IPv4: fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 })).map(([address, length]) => `${address}/${length}`),
  IPv6: fc.tuple(fc.ipV6(), fc.integer({ min: 0, max: 128 })).map(([address, length]) => `${address}/${length}`),
};

/** What a rule of the cloud can hold, in every spelling that answers are known to use. */
const answers = fc
  .record({
    direction: fc.constantFrom("ingress", "egress"),
    ethertype: fc.constantFrom("IPv4" as const, "IPv6" as const),
    protocol: fc.constantFrom(
      null,
      "any",
      ...protocolEntries.flatMap(({ protocol, number }) => [protocol, String(number)]),
    ),
    range: fc.oneof(fc.constant(null), bound(65535)),
    icmp: fc.oneof(fc.constant(null), fc.tuple(fc.nat(255), fc.option(fc.nat(255)))),
    remote: fc.oneof(fc.constant("none" as const), fc.constant("prefix" as const), fc.constant("group" as const)),
    IPv4: remotes.IPv4,
    IPv6: remotes.IPv6,
    group: fc.uuid({ version: 4 }),
    description: fc.oneof(fc.constantFrom("", "system"), fc.string({ maxLength: 255, unit: "grapheme" })),
  })
  .map(({ range, icmp, remote, group, IPv4, IPv6, ...rule }) => {
    const family = readProtocol(rule.protocol)?.family;
    const limits = family === "ports" ? range : family === "icmp" ? icmp : null;
    return wireRule({
      ...rule,
      port_range_min: limits?.[0] ?? null,
      port_range_max: limits?.[1] ?? null,
      remote_ip_prefix: remote === "prefix" ? { IPv4, IPv6 }[rule.ethertype] : null,
      remote_group_id: remote === "group" ? group : null,
    });
  })
  // What the cloud itself refuses: a protocol of IPv6 on IPv4.
  .filter(({ protocol, ethertype }) => readProtocol(protocol)?.only !== "IPv6" || ethertype === "IPv6");

const readable = (answer: Parameters<typeof readRule>[0]): { rule: Rule; draft: RuleDraft } => {
  const read = readRule(answer);
  if (!read.readable) throw new Error(read.rule.reason);
  return read.rule;
};

it("every rule that is written is read as the same rule", () => {
  fc.assert(
    fc.property(answers, (answer) => {
      const { rule } = readable(answer);
      expect(readable(wireRule({ ...writeRule(rule) })).rule).toEqual(rule);
    }),
    { numRuns: 1000 },
  );
});

it("every rule that stays is written in the words in which it was read", () => {
  fc.assert(
    fc.property(answers, (answer) => {
      const { rule, draft } = readable(answer);
      const keyword = readProtocol(answer.protocol)?.protocol;
      const sent = wireRule({ description: "", ...writeDraft(draft) });
      expect(sent).toEqual({ ...answer, protocol: keyword === "any" ? null : keyword });
      expect(readable(sent).rule).toEqual(rule);
    }),
    { numRuns: 1000 },
  );
});

it("nothing that is written holds a null group, which the vendor's newer document forbids", () => {
  fc.assert(
    fc.property(answers, (answer) => {
      const { rule, draft } = readable(answer);
      for (const request of [writeRule(rule), writeDraft(draft)]) {
        if ("remote_group_id" in request) expect(request.remote_group_id).toEqual(answer.remote_group_id);
        expect("remote_group_id" in request && "remote_ip_prefix" in request).toBe(false);
      }
    }),
  );
});

it("every rule of a document reads back as itself", () => {
  const normalized = normalizeRule({ direction: "egress" }, "document");
  if (!normalized.ok) throw new Error("unreachable");
  expect(normalized.rules).toHaveLength(2);
  for (const rule of normalized.rules) expect(readable(wireRule({ ...writeRule(rule) })).rule).toEqual(rule);
});
