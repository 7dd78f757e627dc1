import { describe, expect, it } from "vitest";
import { explainTraffic, readRules } from "../../src/index.ts";
import { errorOf } from "../support/memory-target.ts";

const https = { direction: "ingress", protocol: "tcp", ports: { from: 443, to: 443 } };

describe("rules of a program", () => {
  it("are canonical, of both IP versions where none is named, and each once", () => {
    const rules = readRules([https, { ...https, protocol: 6, remote: "any" }, { ...https, remote: "10.0.0.7" }]);
    expect(rules.map(({ ipVersion, remote }) => [ipVersion, remote])).toEqual([
      ["IPv4", { kind: "any" }],
      ["IPv6", { kind: "any" }],
      ["IPv4", { kind: "cidr", cidr: "10.0.0.7/32" }],
    ]);
  });

  it("are refused together, each at its place in the list", async () => {
    const wrong = [https, { direction: "inward" }, { ...https, remote: "10.0.0.1/8" }];
    const error = await errorOf(Promise.resolve().then(() => readRules(wrong, { group: "web" })));
    expect(error.code).toBe("invalid-document");
    expect(error.related.map(({ place }) => [place.group, place.path])).toEqual([
      ["web", "rules[1].direction"],
      ["web", "rules[2].remote"],
    ]);
  });

  it("are what traffic is explained by", () => {
    const sourced = readRules([https]).map((rule) => ({ rule }));
    const ssh = { ...https, ports: { from: 22, to: 22 }, remote: "203.0.113.9" };
    expect(explainTraffic(readRules([ssh]), sourced)).toMatchObject({ answer: "refused", rules: [] });
    expect(explainTraffic(readRules([{ ...https, remote: "203.0.113.9" }]), sourced).answer).toBe("allowed");
  });
});
