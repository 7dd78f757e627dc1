import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { PlacedFinding } from "../src/lint/placed-finding.ts";
import { writeSarif } from "../src/lint/write-sarif.ts";
import { createHarness } from "./support/harness.ts";
import { targets } from "./support/documents.ts";

/** What SARIF 2.1.0 says of the parts that are written, closed, with what code scanning on GitHub asks for. */
const message = z.strictObject({ text: z.string().min(1) });
const place = {
  physicalLocation: z.strictObject({
    artifactLocation: z.strictObject({
      uri: z.string().regex(/^[^/\\\s][^\\\s]*$/),
      uriBaseId: z.literal("%SRCROOT%"),
    }),
    region: z.strictObject({ startLine: z.int().min(1), startColumn: z.int().min(1) }),
  }),
  logicalLocations: z.array(z.strictObject({ fullyQualifiedName: z.string().min(1) })).optional(),
};
const level = z.enum(["none", "note", "warning", "error"]);
const sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z
    .array(
      z.strictObject({
        tool: z.strictObject({
          driver: z.strictObject({
            name: z.string().min(1),
            version: z.string().min(1),
            semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/),
            rules: z.array(
              z.strictObject({
                id: z.string().regex(/^[a-z-]{1,255}$/),
                shortDescription: z.strictObject({ text: z.string().min(1).max(1024) }),
                fullDescription: z.strictObject({ text: z.string().min(1).max(1024) }),
                help: message,
                defaultConfiguration: z.strictObject({ level }),
                properties: z.strictObject({ tags: z.array(z.string()).min(1).max(10) }),
              }),
            ),
          }),
        }),
        columnKind: z.enum(["utf16CodeUnits", "unicodeCodePoints"]),
        results: z.array(
          z.strictObject({
            ruleId: z.string(),
            ruleIndex: z.int().min(0),
            level,
            message,
            locations: z.array(z.strictObject(place)).length(1),
            relatedLocations: z.array(z.strictObject({ id: z.int().min(0), ...place })),
            partialFingerprints: z.strictObject({
              primaryLocationLineHash: z.string().regex(/^[0-9a-f]{64}:\d+$/),
              "secgroupFinding/v1": z.string().regex(/^[0-9a-f]{64}:\d+$/),
            }),
          }),
        ),
      }),
    )
    .length(1),
});
type Sarif = z.infer<typeof sarif>;

const ingress = [
  "- { allow: ssh, from: any }",
  "- { allow: tcp/80, from: any }",
  "- { allow: tcp/81, from: any }",
  "- { allow: ssh, from: 10.0.0.1 }",
  "- { allow: ssh, from: 10.0.0.1 }",
  "- { allow: rdp, from: 8.0.0.0/8 }",
];
const text = `${targets}  web:\n    on: lux\n    ingress:\n${ingress.map((rule) => `      ${rule}\n`).join("")}`;

function results(stdout: string): Sarif["runs"][number]["results"] {
  return sarif.parse(JSON.parse(stdout)).runs.flatMap((run) => run.results);
}

describe("secgroup lint --sarif", () => {
  it("writes a report to a file, beside what it says", async () => {
    const { run, write, read } = createHarness();
    write("secgroup.yaml", text);
    const { code, stdout, stderr } = await run("lint --sarif report.sarif");
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toContain("1 error, 3 warnings and 1 note in 1 group of secgroup.yaml");
    expect(results(read("report.sarif"))).toHaveLength(5);
  });

  it("writes nothing else to stdout when the report goes there", async () => {
    const { run, write } = createHarness();
    write("secgroup.yaml", text);
    const { stdout } = await run("lint --sarif -");
    const [{ tool } = { tool: undefined }] = sarif.parse(JSON.parse(stdout)).runs;
    const found = results(stdout);
    expect(found.map(({ ruleId, level }) => `${level} ${ruleId}`)).toEqual([
      "error ssh-open-to-world",
      "note mergeable-rules",
      "warning redundant-rule",
      "warning redundant-rule",
      "warning rdp-open-to-world",
    ]);
    for (const { ruleId, ruleIndex } of found) expect(tool?.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(found[1]).toMatchObject({
      message: { text: expect.stringMatching(/^web: 4 rules can be 2: /) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "secgroup.yaml" },
            region: { startLine: 9, startColumn: 9 },
          },
          logicalLocations: [{ fullyQualifiedName: "groups.web.ingress[1]" }],
        },
      ],
      relatedLocations: [{ id: 1, physicalLocation: { region: { startLine: 10, startColumn: 9 } } }],
    });
  });

  it("is a report too when there is nothing to report", async () => {
    const { run, write } = createHarness();
    write("secgroup.yaml", `${targets}  web: { on: lux }\n`);
    const { code, stdout } = await run("lint --sarif -");
    expect(code).toBe(0);
    expect(results(stdout)).toEqual([]);
  });

  it("gives each finding a fingerprint of its own, which stays when the text around it changes", async () => {
    const { run, write } = createHarness();
    const prints = async (text: string): Promise<readonly string[]> => {
      write("secgroup.yaml", text);
      return results((await run("lint --sarif -")).stdout).map(
        (one) => one.partialFingerprints.primaryLocationLineHash,
      );
    };
    const before = await prints(text);
    expect(new Set(before).size).toBe(5);
    expect(
      await prints(
        `# a comment\n${text.replace("      - { allow: ssh", "      # of people\n      - { allow: https, from: any }\n      - { allow: ssh")}`,
      ),
    ).toEqual(before);
    expect(await prints(text.replace("  web:", "  other:"))).not.toContain(before[0]);
  });

  it("names the document as a relative URI", () => {
    const finding: PlacedFinding = {
      id: "redundant-rule",
      level: "warning",
      group: "web",
      message: "is not needed",
      place: { file: "x", line: 3, column: 7 },
      rules: [],
    };
    const log = sarif.parse(writeSarif([finding], { file: "a folder/network#1.yaml", version: "1.2.3" }));
    expect(log.runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
      "a%20folder/network%231.yaml",
    );
  });

  it("reports after --fix what is left", async () => {
    const { run, write } = createHarness();
    write("secgroup.yaml", text);
    const { stdout } = await run("lint --fix --sarif -");
    expect(results(stdout).map(({ ruleId }) => ruleId)).toEqual(["ssh-open-to-world", "rdp-open-to-world"]);
  });

  it.each<[string, string, string]>([
    ["two things for stdout", "lint --json --sarif -", "error usage: --json and --sarif - both want stdout"],
    [
      "a folder that is not there",
      "lint --sarif nowhere/report.sarif",
      "error usage: the report cannot be written to nowhere/report.sarif",
    ],
  ])("refuses %s", async (_name, line, message) => {
    const { run, write, folder } = createHarness();
    write("secgroup.yaml", text);
    expect(await run(line)).toMatchObject({ code: 1, stderr: expect.stringContaining(message) });
    expect(existsSync(join(folder, "nowhere"))).toBe(false);
  });
});
