import { lstatSync, mkdirSync, readdirSync, statSync, symlinkSync, chmodSync } from "node:fs";
import { join } from "node:path";
import { readConfiguration } from "@secgroup/config";
import { createTrafficSpace, minimizeRules, type Rule } from "@secgroup/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixText } from "../src/lint/fix-text.ts";
import { createHarness } from "./support/harness.ts";
import { targets } from "./support/documents.ts";

const before = `${targets}  web: # the public site
    on: [fra, lux]
    ingress:
      # everybody
      - { allow: ssh, from: any, description: people } # kept
      - { allow: ssh, from: 203.0.113.0/24 } # not needed

      # the site
      - { allow: tcp/80, from: any, description: site }
      # not needed either
      - { allow: tcp/81,   from: any, description: "more: of it" }
      - allow: [https, tcp/22]
        from: 'any'
    egress:
      - { allow: any, to: any }
      # says it again
      - { allow: any, to: any }
  database:
    on: lux
    ingress:
      - {allow: postgres, from: group:web}
      - { allow: tcp/5433, from: "group:web" }
`;

const after = `${targets}  web: # the public site
    on: [fra, lux]
    ingress:
      # everybody
      - { allow: ssh, from: any, description: people } # kept

      # the site
      - { allow: tcp/80-81, from: any, description: "site; more: of it" }
      - { allow: tcp/443, from: any }
    egress:
      - { allow: any, to: any }
  database:
    on: lux
    ingress:
      - { allow: tcp/5432-5433, from: group:web }
`;

describe("secgroup lint --fix", () => {
  it("drops and merges rules, and leaves everything else to the letter", async () => {
    const { run, write, read, folder } = createHarness();
    write("secgroup.yaml", before);
    const { code, stdout, stderr } = await run("lint --fix");
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(read("secgroup.yaml")).toBe(after);
    expect(stdout).toBe(`✓ web: 15 rules, now 8
✓ database: 4 rules, now 2
secgroup.yaml:9:9: error: web: SSH is open to the whole internet, e.g. tcp/22 from 198.51.100.7: ingress tcp/22 from any (IPv4 + IPv6) [ssh-open-to-world]
1 error in 2 groups of secgroup.yaml
`);
    expect(readdirSync(folder)).toEqual(["secgroup.yaml"]);
  });

  it("does not touch a document that has nothing to mend", async () => {
    const { run, write, read, folder } = createHarness();
    write("secgroup.yaml", after);
    const { mtimeMs, ino } = statSync(join(folder, "secgroup.yaml"));
    const { stdout } = await run("lint --fix");
    expect(stdout).not.toContain("now");
    expect(read("secgroup.yaml")).toBe(after);
    expect(statSync(join(folder, "secgroup.yaml"))).toMatchObject({ mtimeMs, ino });
  });

  it("tells in JSON what it did and what is left", async () => {
    const { run, write } = createHarness();
    write("secgroup.yaml", before);
    expect(JSON.parse((await run("lint --fix --json")).stdout)).toMatchObject({
      findings: [{ id: "ssh-open-to-world" }],
      fixed: [
        { group: "web", before: 15, after: 8 },
        { group: "database", before: 4, after: 2 },
      ],
    });
    expect(JSON.parse((await run("lint --fix --json")).stdout)).toMatchObject({ fixed: [] });
  });

  it("mends JSON as JSON", async () => {
    const { run, write, read } = createHarness();
    const document = (ingress: readonly object[]): object => ({
      targets: { lux: { cloud: "gcore", project: 1, region: 1 } },
      groups: { web: { on: "lux", ingress } },
    });
    const rule = (allow: string, from: string): object => ({ allow, from });
    write(
      "net.json",
      JSON.stringify(
        document([rule("tcp/80", "any"), rule("tcp/81", "any"), rule("tcp/80", "10.0.0.1")]),
        undefined,
        2,
      ),
    );
    expect((await run("lint net.json --fix")).code).toBe(0);
    expect(JSON.parse(read("net.json"))).toEqual(document([rule("tcp/80-81", "any")]));
  });

  it("puts all that a rule was merged into in its place", async () => {
    const { run, write, read } = createHarness();
    const lists = (rules: readonly string[]): string =>
      `${targets}  web:\n    on: lux\n    ingress:\n${rules.map((rule) => `      - ${rule}\n`).join("")}`;
    write(
      "secgroup.yaml",
      lists([
        "{ allow: tcp/11-12, from: 10.0.0.0/30 }",
        "{ allow: tcp/10-11, from: 10.0.0.0/31 }",
        "{ allow: tcp/12-13, from: 10.0.0.2/31 }",
      ]),
    );
    expect((await run("lint --fix")).code).toBe(0);
    expect(read("secgroup.yaml")).toBe(
      lists(["{ allow: tcp/10-12, from: 10.0.0.0/31 }", "{ allow: tcp/11-13, from: 10.0.0.2/31 }"]),
    );
  });

  it("names other groups as the document does", async () => {
    const { run, write, read } = createHarness();
    const ids = ["1", "2"].map((last) => `5ec90000-0000-4000-8000-00000000000${last}`);
    const text = (rules: readonly string[]): string => `${targets}  web: { on: lux, name: the web }
  known: { on: lux, name: the known, id: ${ids[0]} }
  database:
    on: lux
    ingress:
${rules.map((rule) => `      - ${rule}\n`).join("")}`;
    const peers = ["group:web", "group:known", `group:${ids[1]}`];
    const list = (port: string): readonly string[] => peers.map((peer) => `{ allow: tcp/${port}, from: ${peer} }`);
    write("secgroup.yaml", text([...list("80"), ...list("81")]));
    expect(await run("lint --fix")).toMatchObject({ code: 0, stderr: "" });
    expect(read("secgroup.yaml")).toBe(text(list("80-81")));
  });

  it("keeps a file's mode, its mark of Unicode, its line breaks, and the link that leads to it", async () => {
    const { run, write, read, folder } = createHarness();
    mkdirSync(join(folder, "real"));
    write("real/net.yaml", `\uFEFF${before.replaceAll("\n", "\r\n")}`);
    chmodSync(join(folder, "real/net.yaml"), 0o640);
    symlinkSync("real/net.yaml", join(folder, "secgroup.yaml"));
    await run("lint --fix");
    expect(read("real/net.yaml")).toBe(`\uFEFF${after.replaceAll("\n", "\r\n")}`);
    expect(statSync(join(folder, "real/net.yaml")).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(folder, "secgroup.yaml")).isSymbolicLink()).toBe(true);
    expect(readdirSync(join(folder, "real"))).toEqual(["net.yaml"]);
  });

  it("refuses a module", async () => {
    const { run, write, read } = createHarness();
    const text = `export default { targets: { lux: { cloud: "gcore", project: 1, region: 1 } }, groups: { web: { on: "lux", ingress: [{ allow: "tcp", from: "any" }, { allow: "tcp/1", from: "any" }] } } };\n`;
    write("network.mjs", text);
    expect(await run("lint network.mjs --fix")).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining(
        "error unsupported: network.mjs is a program, and --fix rewrites only documents in YAML or JSON",
      ),
    });
    expect(read("network.mjs")).toBe(text);
  });

  it.each<[string, string, string]>([
    [
      "a rule's value is from the environment",
      `${targets}  web:
    on: lux
    ingress:
      - { allow: tcp/22, from: "\${OFFICE}" }
      - { allow: tcp/22, from: any }
`,
      "error unsupported: groups.web.ingress[0].from is taken from the environment",
    ],
    [
      "an address set's value is from the environment",
      `addresses: { office: ["\${OFFICE}"] }
${targets}  web:
    on: lux
    ingress:
      - { allow: tcp/22, from: office }
      - { allow: tcp/22, from: any }
`,
      "error unsupported: addresses.office[0] is taken from the environment",
    ],
    [
      "an alias repeats what would change",
      `${targets}  web:
    on: lux
    ingress: &rules
      - { allow: tcp/80, from: any }
      - { allow: tcp/81, from: any }
  other:
    on: lux
    ingress: *rules
`,
      "error unsupported: groups.web.ingress on line 8 has an anchor that an alias names, so that its text says more than this\n  at secgroup.yaml:8:7 ",
    ],
  ])("refuses where %s, and writes nothing", async (_name, text, message) => {
    const { run, write, read } = createHarness();
    write("secgroup.yaml", text);
    const environment = {
      OFFICE: "10.0.0.1",
      IONOS_DATACENTER_ID: "x",
      GCORE_CLOUD_PROJECT_ID: "1",
      GCORE_CLOUD_REGION_ID: "1",
    };
    const ran = await run("lint --fix", { environment });
    expect(ran).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining(message) });
    expect(read("secgroup.yaml")).toBe(text);
  });

  it("mends groups beside those with values from the environment", async () => {
    const { run, write, read } = createHarness();
    const beside = `  other: { on: lux, ingress: [{ allow: tcp/22, from: "\${OFFICE}" }] }\n`;
    write("secgroup.yaml", `${before}${beside}`);
    const environment = {
      OFFICE: "10.0.0.1",
      IONOS_DATACENTER_ID: "x",
      GCORE_CLOUD_PROJECT_ID: "1",
      GCORE_CLOUD_REGION_ID: "1",
    };
    expect((await run("lint --fix", { environment })).stderr).toBe("");
    expect(read("secgroup.yaml")).toBe(`${after}${beside}`);
  });
});

const allow = fc.constantFrom(
  "ssh",
  "tcp",
  "any",
  "tcp/80",
  "tcp/81",
  "tcp/79-82",
  "udp/53",
  "icmp/8",
  "icmp",
  "ping",
  "web",
);
const peer = fc.constantFrom(
  "any",
  "office",
  "10.0.0.0/9",
  "10.128.0.0/9",
  "10.1.2.3",
  "2001:db8::/33",
  "2001:db8:8000::/33",
  "group:web",
  "0.0.0.0/1",
  "128.0.0.0/1",
);
const some = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T | T[]> =>
  fc.oneof(item, fc.uniqueArray(item, { minLength: 1, maxLength: 3 }));
const description = fc.option(fc.constantFrom("a", "b: c", "${d}", "#"), { nil: undefined });
const shortRule = (end: "from" | "to"): fc.Arbitrary<object> =>
  fc.record({ allow: some(allow), peer: some(peer), description }).map(({ allow, peer, description }) => ({
    allow,
    [end]: peer,
    ...(description !== undefined && { description: description.replace("$", () => "$$") }),
  }));
const longRule = fc.record({
  protocol: fc.constantFrom("tcp", "esp"),
  local: fc.constantFrom("10.0.0.0/31", "10.0.0.2/31", "any"),
});
const group = fc.record({
  on: fc.constantFrom("fra", ["fra", "lux"]),
  ingress: fc.array(fc.oneof({ weight: 4, arbitrary: shortRule("from") }, longRule), { maxLength: 6 }),
  egress: fc.array(shortRule("to"), { maxLength: 3 }),
});
const document = fc
  .record({ web: group.map((web) => ({ ...web, on: ["fra", "lux"] })), other: group })
  .map((groups) => ({
    targets: { fra: { cloud: "gcore", project: 1, region: 1 }, lux: { cloud: "gcore", project: 1, region: 2 } },
    addresses: { office: ["203.0.113.0/25", "203.0.113.128/25", "2001:db8::/33"] },
    services: { web: ["tcp/80", "tcp/81"] },
    groups,
  }));

function read(text: string): ReadonlyMap<string, readonly Rule[]> {
  const { groups } = readConfiguration(text, { file: "f.yaml", environment: {} });
  return new Map(groups.map(({ key, desired }) => [key, desired.ensure === "present" ? desired.rules : []]));
}

/** A service that has no packet in common with any of the other ends is an error of the document. */
function isRight(text: string): boolean {
  try {
    read(text);
    return true;
  } catch {
    return false;
  }
}

it("of any document makes one with exactly the same traffic from no more rules, in which nothing is left to mend", () => {
  let fixed = 0;
  fc.assert(
    fc.property(document, (document) => {
      const text = JSON.stringify(document, undefined, 2);
      fc.pre(isRight(text));
      const first = fixText(text, "f.yaml", {});
      const [old, now] = [read(text), read(first.text)];
      expect([...now.keys()]).toEqual([...old.keys()]);
      for (const [key, rules] of old) {
        const left = now.get(key) ?? [];
        const space = createTrafficSpace([...rules, ...left]);
        expect(space.of(left)).toBe(space.of(rules));
        expect(left.length).toBe(minimizeRules(rules).rules.length);
      }
      expect(fixText(first.text, "f.yaml", {})).toEqual({ text: first.text, groups: [] });
      fixed += first.groups.length;
    }),
    { numRuns: 60 },
  );
  expect(fixed).toBeGreaterThan(30);
});
