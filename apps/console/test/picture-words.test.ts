import { drawTraffic, normalizeRule, type PicturedRule, type Rule, type RuleDraft } from "@secgroup/core";
import { describe, expect, it } from "vitest";
import {
  columnWords,
  explainCell,
  panelWords,
  rowWords,
  shortColumnWords,
  shortRowWords,
} from "../src/picture/picture-words.ts";

function rulesOf(draft: Omit<RuleDraft, "direction">): readonly Rule[] {
  const normalized = normalizeRule({ direction: "ingress", ipVersion: "IPv4", ...draft }, "cloud");
  return normalized.ok ? normalized.rules : [];
}

const pictured = (stands: PicturedRule["stands"], draft: Omit<RuleDraft, "direction">): readonly PicturedRule[] =>
  rulesOf(draft).map((rule) => ({ rule, stands }));
const port = (number: number): RuleDraft["ports"] => ({ from: number, to: number });
const names = new Map([["g-1", "bastion"]]);

const picture = drawTraffic([
  ...pictured("before", { protocol: "tcp", ports: port(22) }),
  ...pictured("after", { protocol: "tcp", ports: port(22), remote: "203.0.113.0/24" }),
  ...pictured("always", { protocol: "tcp", remoteGroup: "g-1" }),
  ...pictured("always", { remote: "10.0.0.0/8" }),
]);
const [panel] = picture.panels;
if (panel === undefined) throw new Error("nothing is drawn");

describe("a picture in words", () => {
  it("names columns, shortly and at length, rows and panels", () => {
    expect(panel.columns.map(columnWords)).toEqual(["other services", "other tcp", "tcp/22"]);
    expect(panel.columns.map(shortColumnWords)).toEqual(["other", "other tcp", "tcp/22"]);
    expect(panel.rows.map((row) => rowWords(row, names))).toEqual([
      "any other address",
      "10.0.0.0/8",
      "203.0.113.0/24",
      "members of bastion",
    ]);
    const { panels: nested } = drawTraffic([
      ...pictured("always", { protocol: "tcp", remote: "10.0.0.0/8" }),
      ...pictured("always", { protocol: "udp", remote: "10.0.0.0/9" }),
    ]);
    expect(nested[0]?.rows.map((row) => shortRowWords(row, names))).toEqual(["10.0.0.0/9", "rest of 10.0.0.0/8"]);
    expect(panelWords(panel)).toBe("ingress IPv4");
    const mac = "02:00:00:00:00:0a";
    const { panels } = drawTraffic(pictured("always", { protocol: "udp", local: "10.0.0.1", sourceMac: mac }));
    expect(panels.map(panelWords)).toEqual([`ingress IPv4 at 10.0.0.1/32 from ${mac}`]);
  });

  it.each<[string, readonly PicturedRule[], readonly string[]]>([
    ["all services", pictured("always", { remote: "10.0.0.0/8" }), ["any"]],
    [
      "all but the first",
      [...pictured("always", {}), ...pictured("always", { protocol: "ah" })],
      ["ah", "other services"],
    ],
  ])("names the columns of %s", (_what, rules, wanted) => {
    const columns = drawTraffic(rules).panels[0]?.columns ?? [];
    expect(columns.map(columnWords).toSorted()).toEqual(wanted);
    expect(columns.map(shortColumnWords).toSorted()).toEqual(wanted.map((word) => word.replace(" services", "")));
  });

  it.each([
    [{ row: 0, column: 2 }, "tcp/22 from any other address", "closes", ["ingress tcp/22 from any (IPv4)"]],
    [
      { row: 2, column: 2 },
      "tcp/22 from 203.0.113.0/24",
      "stays",
      ["ingress tcp/22 from any (IPv4)", "ingress tcp/22 from 203.0.113.0/24 (IPv4)"],
    ],
    [{ row: 3, column: 1 }, "other tcp from members of bastion", "stays", ["ingress tcp from group:bastion (IPv4)"]],
    [{ row: 0, column: 0 }, "other services from any other address", "refused", []],
  ])("explains the packets at %j", (position, packets, state, rules) => {
    const told = explainCell(picture, panel, position, names);
    expect(told).toMatchObject({ packets, state });
    expect(told?.rules.map(({ text }) => text)).toEqual(rules);
  });

  it("says what is left out of a network, a long list by its number", () => {
    const inside = (count: number): string | undefined => {
      const drawn = drawTraffic([
        ...pictured("always", { protocol: "tcp", remote: "10.0.0.0/8" }),
        ...Array.from({ length: count }, (_, index) =>
          pictured("always", { protocol: "udp", remote: `10.${index}.0.0/16` }),
        ).flat(),
      ]);
      const [drawnPanel] = drawn.panels;
      const row = drawnPanel?.rows.findIndex((one) => one.kind === "addresses" && one.network === "10.0.0.0/8") ?? -1;
      return drawnPanel && explainCell(drawn, drawnPanel, { row, column: 0 }, names)?.packets;
    };
    expect(inside(2)).toBe("tcp from 10.0.0.0/8 but 10.0.0.0/16, 10.1.0.0/16");
    expect(inside(5)).toBe("tcp from 10.0.0.0/8 but 5 networks within it");
  });

  it("is silent beside the cells", () => {
    expect(explainCell(picture, panel, { row: 9, column: 0 }, names)).toBeUndefined();
  });
});
