import { gcoreCapabilities } from "@secgroup/adapter-gcore";
import { ionosCapabilities } from "@secgroup/adapter-ionos";
import { readConfiguration, writeDocument, type Configuration, type Target } from "@secgroup/config";
import { ruleKey, type GroupId, type ObservedGroup, type Rule, type RuleId } from "@secgroup/core";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { arbitraryRule } from "../support/arbitrary-rule.ts";
import { createHarness } from "../support/harness.ts";
import { stateOf } from "./provider-state.ts";
import { applied, readHcl } from "./read-hcl.ts";

vi.setConfig({ testTimeout: 120_000 });

const ionos: Target = { name: "ionos", cloud: "ionos", datacenter: "5a88aa8b-8aa1-51f6-9cd1-0a1b2c3e9f31" };
const gcore: Target = { name: "gcore", cloud: "gcore", project: 1234, region: 76 };

// Terraform keeps texts in normalisation form C.
const text = fc
  .oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc
      .array(
        fc.constantFrom(
          "$",
          "%",
          "{",
          "}",
          "${",
          "%{",
          "$${",
          '"',
          "\\",
          "\n",
          "\r",
          "\t",
          "\u0001",
          "\u0085",
          "\u2028",
          "ü",
          "🙂",
          "#",
          "EOT",
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join("")),
  )
  .map((said) => said.normalize("NFC"));

const rulesOf = (target: Target): fc.Arbitrary<readonly Rule[]> =>
  fc.uniqueArray(
    fc
      .tuple(arbitraryRule(target.cloud === "ionos" ? ionosCapabilities : gcoreCapabilities), text)
      .map(([rule, description]) => ({ ...rule, description }))
      // The provider's ports end at 65534.
      .filter(
        (rule) => target.cloud === "gcore" || !("ports" in rule) || rule.ports === "all" || rule.ports.to < 65535,
      ),
    { selector: ruleKey, maxLength: 5 },
  );

const ids = [1, 2, 3].map((number) => `0b0e8ebe-2b0d-4d2b-8b0e-10000000000${number}` as GroupId);

const groupsOf = (target: Target): fc.Arbitrary<readonly ObservedGroup[]> => {
  const name = fc.constantFrom(
    "web",
    "mail server",
    "a_b",
    "a__b",
    "x.y-z",
    "1st",
    ...(target.cloud === "ionos" ? ["${x}", 'ü"'] : []),
  );
  return fc
    .uniqueArray(
      fc.record({
        name: name.map((said) => (said.length < 3 ? `${said}ab` : said)),
        description: text,
        rules: rulesOf(target),
        other: fc.nat({ max: 3 }),
      }),
      {
        selector: (group) => group.name,
        maxLength: 3,
      },
    )
    .map((groups) =>
      groups.map(({ name, description, rules, other }, index): ObservedGroup => {
        const remote = ids[other];
        const refers = target.cloud === "gcore" && remote !== undefined && other < groups.length;
        const toGroup: readonly Rule[] = refers
          ? [
              {
                direction: "egress",
                ipVersion: "IPv6",
                protocol: "any",
                remote: { kind: "group", id: remote },
                local: { kind: "any" },
                sourceMac: "any",
                description: "",
              },
            ]
          : [];
        return {
          id: ids[index] ?? ("" as GroupId),
          name,
          description,
          tags: target.cloud === "gcore" && other === 0 ? { reference: description.trim() || "x", "a${b}": "1" } : {},
          readOnlyTags: {},
          unreadable: [],
          rules: [...rules, ...toGroup].map((rule, number) => ({
            id: `r${number}` as RuleId,
            rule,
            draft: { direction: rule.direction },
            providerOwned: false,
          })),
        };
      }),
    );
};

/** What a document says, whatever its keys are: rules by key, descriptions, and tags. */
function meaning({ groups }: Configuration): unknown {
  return groups
    .map(({ target, desired }) => ({
      target,
      name: desired.name,
      ...(desired.ensure === "present" && {
        description: desired.description ?? "",
        tags: desired.tags ?? {},
        rules: desired.rules.map((rule) => ({ key: ruleKey(rule), rule })).toSorted((a, b) => (a.key < b.key ? -1 : 1)),
      }),
    }))
    .toSorted((a, b) => (`${a.target} ${a.name}` < `${b.target} ${b.name}` ? -1 : 1));
}

const read = (said: string): Configuration => readConfiguration(said, { file: "secgroup.yaml", environment: {} });

describe("a configuration that was exported", () => {
  test("is valid, and its state, imported again, says the same", async () => {
    let references = 0;
    let rules = 0;
    await fc.assert(
      fc.asyncProperty(groupsOf(ionos), groupsOf(gcore), async (onIonos, onGcore) => {
        fc.pre(onIonos.length + onGcore.length > 0);
        const harness = createHarness();
        const document = writeDocument(
          [...(onIonos.length > 0 ? [ionos] : []), ...(onGcore.length > 0 ? [gcore] : [])],
          [
            ...onIonos.map((group) => ({ target: "ionos", group })),
            ...onGcore.map((group) => ({ target: "gcore", group })),
          ],
        );
        harness.write("secgroup.yaml", document);
        const exported = await harness.run("export terraform --out main.tf");
        expect(exported).toMatchObject({ code: 0 });
        const resources = readHcl(harness.read("main.tf"));
        references += resources.filter(({ attributes }) => "remote_group_id" in attributes).length;
        rules += resources.filter(({ type }) => type.endsWith("rule")).length;
        harness.write("state.json", stateOf(applied(resources)));
        const imported = await harness.run("import --from terraform-state state.json --out again.yaml");
        expect(imported.stderr).not.toContain("left out");
        expect(meaning(read(harness.read("again.yaml")))).toEqual(meaning(read(document)));
      }),
      { numRuns: 60 },
    );
    expect(references).toBeGreaterThan(10);
    expect(rules).toBeGreaterThan(100);
  });
});
