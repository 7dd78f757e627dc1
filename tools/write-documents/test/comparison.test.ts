import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

// `pnpm check` holds the figures to what is measured; this holds the sentences of the page to the figures.
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
const changes = ["new-group", "more-rules", "other-ports", "narrower-network", "nothing"];
const all = clouds.flatMap((cloud) => changes.map((change) => ({ cloud, change, rows: rowsOf(change, cloud) })));
const own = (rows: readonly Row[]): Row => find(rows, "`secgroup apply`");
const others = (rows: readonly Row[]): readonly Row[] => rows.filter((row) => row !== own(rows));
const [ionos, gcore] = clouds.map((cloud) => rowsOf("narrower-network", cloud)) as [readonly Row[], readonly Row[]];

describe("the comparison", () => {
  it("has every row, each with figures", () => {
    expect(all.map(({ rows }) => rows.length)).toEqual(Array.from({ length: 10 }, () => 4));
    for (const { rows } of all)
      for (const { calls, writes, seconds } of rows)
        for (const figures of [calls, writes, seconds]) expect(figures.filter(Number.isFinite)).toHaveLength(3);
  });

  it("is right in what it says for secgroup", () => {
    for (const rows of [ionos, gcore]) expect(own(rows)).toMatchObject({ interrupted: "never", atWorst: "never" });
    for (const { cloud, change, rows } of all) {
      if (change === "nothing") continue;
      if (change === "new-group") expect(own(rows).writes).toEqual([1, 1, 1]);
      if (cloud === "Gcore") expect(Math.max(...own(rows).writes)).toBe(change === "narrower-network" ? 2 : 1);
      const terraform = find(rows, "Terraform");
      for (const [index, count] of [1, 10, 100].entries())
        expect(terraform.writes[index]).toBeGreaterThanOrEqual(count);
      expect(own(rows).calls[2]).toBeLessThan(terraform.calls[2] ?? 0);
    }
    for (const change of ["more-rules", "other-ports", "narrower-network"]) {
      const rows = rowsOf(change, "IONOS Cloud");
      expect(own(rows).calls[2]).toBeLessThanOrEqual(find(rows, "a script").calls[2] ?? 0);
    }
  });

  it("is right in what it says against secgroup", () => {
    for (const { change, rows } of all) {
      if (change === "nothing") continue;
      for (const other of others(rows)) expect(own(rows).calls[0]).toBeGreaterThan(other.calls[0] ?? 0);
    }
    for (const { change, rows } of all.filter(({ change }) => !["nothing", "narrower-network"].includes(change)))
      for (const other of others(rows))
        expect([change, (other.seconds[0] ?? 0) > (own(rows).seconds[0] ?? 0)]).toEqual([change, true]);
    for (const cloud of clouds)
      expect(others(rowsOf("new-group", cloud)).at(-1)?.calls[2]).toBeLessThan(
        own(rowsOf("new-group", cloud)).calls[2] ?? 0,
      );
    expect(own(ionos).writes).toEqual(find(ionos, "Terraform").writes.map((writes) => writes + 1));
    expect(own(ionos).seconds[2]).toBeGreaterThan(find(ionos, "Terraform").seconds[2] ?? 0);
    expect(own(gcore).writes).toEqual([2, 2, 2]);
    expect(find(gcore, "gcore-go")).toMatchObject({ writes: [1, 1, 1], interrupted: "never", atWorst: "for a moment" });
    const idle = rowsOf("nothing", "IONOS Cloud");
    expect((own(idle).calls[0] ?? 0) - (find(idle, "a script").calls[0] ?? 0)).toBe(2);
  });

  it("is right in what it says for the others", () => {
    expect(find(ionos, "a script on IONOS' SDK for Node, creates first")).toMatchObject({
      interrupted: "never",
      atWorst: "never",
    });
    expect(find(gcore, "Terraform, provider gcore, with `create_before_destroy`")).toMatchObject({
      interrupted: "never",
      atWorst: "never",
    });
    expect(find(ionos, "Terraform")).toMatchObject({ interrupted: "never", atWorst: "for a moment" });
    expect(find(gcore, "Terraform, provider gcore (replay)").interrupted).toMatch(/ s$/);
  });

  it("names the version of the SDK that ran", () => {
    const workspace = readFileSync(new URL("../../../pnpm-workspace.yaml", import.meta.url), "utf8");
    const [, version = "none"] = /"@ionos-cloud\/sdk-nodejs": (\S+)/.exec(workspace) ?? [];
    expect(page).toContain(`\`@ionos-cloud/sdk-nodejs\` ${version}:`);
  });
});
