import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { changes as measuredChanges } from "../src/comparison/change.ts";

// `pnpm check` holds the figures to what is measured; this holds the sentences of the page to the figures. What they say and no figure
// tells is in executions.test.ts.
const page = readFileSync(new URL("../../../docs/comparison.md", import.meta.url), "utf8");

interface Row {
  readonly way: string;
  readonly calls: readonly number[];
  readonly writes: readonly number[];
  readonly seconds: readonly number[];
  readonly interrupted: string | undefined;
  readonly atWorst: string | undefined;
}

const numbers = (cell = ""): readonly number[] => cell.split(", ").map(Number);

/** The rows of one change on one cloud. */
function rowsOf(change: string, cloud: "IONOS Cloud" | "Gcore"): readonly Row[] {
  const [, section = ""] = new RegExp(`<!-- begin ${change} .*?-->(.*?)<!-- end ${change} -->`, "s").exec(page) ?? [];
  const table = section.split("\n\n").find((text) => text.trim().startsWith(`| on ${cloud} |`)) ?? "";
  return table
    .trim()
    .split("\n")
    .slice(2)
    .map((line) => {
      const [, way = "", calls, writes, seconds, interrupted, atWorst] = line.split("|").map((cell) => cell.trim());
      return {
        way,
        calls: numbers(calls),
        writes: numbers(writes),
        seconds: numbers(seconds),
        interrupted: interrupted === "" ? undefined : interrupted,
        atWorst,
      };
    });
}

function find(rows: readonly Row[], start: string): Row {
  const row = rows.find(({ way }) => way.startsWith(start));
  if (row === undefined) throw new Error(`no row begins with ${start}`);
  return row;
}

const clouds = ["IONOS Cloud", "Gcore"] as const;
const counts = [1, 10, 100];
const changes = measuredChanges.map(({ name }) => name);
const all = clouds.flatMap((cloud) => changes.map((change) => ({ cloud, change, rows: rowsOf(change, cloud) })));
/** Those in which something changes. */
const changing = all.filter(({ change }) => change !== "nothing");
const own = (rows: readonly Row[]): Row => find(rows, "`secgroup apply`");
const others = (rows: readonly Row[]): readonly Row[] => rows.filter((row) => row !== own(rows));
const [ionos, gcore] = clouds.map((cloud) => rowsOf("narrower-network", cloud)) as [readonly Row[], readonly Row[]];
const terraforms = (rows: readonly Row[]): readonly Row[] => rows.filter(({ way }) => way.startsWith("Terraform"));

describe("the comparison", () => {
  it("has every row, each with figures", () => {
    expect(all.map(({ rows }) => rows.length)).toEqual(Array.from({ length: 10 }, () => 4));
    for (const { rows } of all)
      for (const { calls, writes, seconds } of rows)
        for (const figures of [calls, writes, seconds]) expect(figures.filter(Number.isFinite)).toHaveLength(3);
  });

  it("is right in what it says for secgroup", () => {
    for (const rows of [ionos, gcore]) expect(own(rows)).toMatchObject({ interrupted: "never", atWorst: "never" });
    for (const { cloud, change, rows } of changing) {
      const twice = change === "narrower-network";
      if (cloud === "Gcore") expect(own(rows).writes).toEqual(twice ? [2, 2, 2] : [1, 1, 1]);
      if (change === "new-group") expect(own(rows).writes).toEqual([1, 1, 1]);
      for (const { writes } of terraforms(rows))
        for (const [index, count] of counts.entries()) expect(writes[index]).toBeGreaterThanOrEqual(count);
    }
    // That it could interrupt is what the same in one write does.
    expect(find(gcore, "gcore-go")).toMatchObject({ writes: [1, 1, 1], atWorst: "for a moment" });
    for (const { rows } of all)
      for (const { calls } of terraforms(rows)) expect(own(rows).calls[2]).toBeLessThan(calls[2] ?? 0);
    for (const { cloud, change, rows } of changing) {
      const inOneCall = cloud === "Gcore" || change === "new-group";
      const scripts = rows.filter(({ way }) => /^a script|^gcore-go/.test(way));
      expect(scripts.length).toBeGreaterThan(0);
      for (const { calls, writes } of scripts) {
        expect((writes[2] ?? 0) === 1).toBe(inOneCall);
        const [fewer, more] = inOneCall ? [calls, own(rows).calls] : [own(rows).calls, calls];
        expect(fewer[2]).toBeLessThan(more[2] ?? 0);
      }
    }
  });

  it("is right in what it says against secgroup", () => {
    for (const { cloud, change, rows } of changing)
      for (const other of others(rows)) {
        expect(own(rows).calls[0]).toBeGreaterThan(other.calls[0] ?? 0);
        const isLater = cloud === "Gcore" && change === "narrower-network" && other.way.startsWith("gcore-go");
        const isSooner = (own(rows).seconds[0] ?? 0) < (other.seconds[0] ?? 0);
        expect([cloud, change, other.way, isSooner]).toEqual([cloud, change, other.way, !isLater]);
      }
    expect(own(ionos).writes).toEqual(find(ionos, "Terraform").writes.map((writes) => writes + 1));
    expect(own(ionos).seconds[2]).toBeGreaterThan(find(ionos, "Terraform").seconds[2] ?? 0);
    expect(own(gcore).writes).toEqual([2, 2, 2]);
    expect(find(gcore, "gcore-go")).toMatchObject({ writes: [1, 1, 1], interrupted: "never", atWorst: "for a moment" });
    const idle = rowsOf("nothing", "IONOS Cloud");
    const scripts = idle.filter(({ way }) => way.startsWith("a script"));
    expect(scripts).toHaveLength(2);
    for (const { calls } of scripts) expect(own(idle).calls).toEqual(calls.map((count) => count + 2));
  });

  it("is right in what it says for the others", () => {
    for (const row of [
      find(ionos, "a script on IONOS' SDK for Node, creates first"),
      find(gcore, "Terraform, provider gcore, with `create_before_destroy`"),
    ])
      expect(row).toMatchObject({ interrupted: "never", atWorst: "never" });
    expect(find(ionos, "Terraform")).toMatchObject({ interrupted: "never", atWorst: "for a moment" });
    expect(find(gcore, "Terraform, provider gcore (replay)").interrupted).toMatch(/ s$/);
  });

  it("names the version of the SDK that ran", () => {
    const workspace = readFileSync(new URL("../../../pnpm-workspace.yaml", import.meta.url), "utf8");
    const [, version = "none"] = /"@ionos-cloud\/sdk-nodejs": (\S+)/.exec(workspace) ?? [];
    expect(page).toContain(`\`@ionos-cloud/sdk-nodejs\` ${version}:`);
  });
});
