import { gcoreCapabilities, writeRule as writeGcoreRule } from "@secgroup/adapter-gcore";
import { defaultEgressRemote, ionosCapabilities, writeRule as writeIonosRule } from "@secgroup/adapter-ionos";
import { ruleKey, type Capabilities, type Rule } from "@secgroup/core";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { simulated } from "../../src/simulate/simulated-account.ts";
import { arbitraryRule } from "../support/arbitrary-rule.ts";
import { createHarness, type Harness } from "../support/harness.ts";
import {
  gcoreCloudResources,
  gcoreResources,
  ionosResources,
  shownOf,
  stateOf,
  type Resource,
} from "./provider-state.ts";

// Many runs, on whatever machine.
vi.setConfig({ testTimeout: 120_000 });

const rules = (capabilities: Capabilities, isTold: (rule: Rule) => boolean): fc.Arbitrary<readonly Rule[]> =>
  fc.uniqueArray(arbitraryRule(capabilities).filter(isTold), { selector: ruleKey, maxLength: 8 });

/** Random groups, few names, so that some share one; for each, the number of the group that its last rule is to name. */
const groups = (
  capabilities: Capabilities,
  isTold: (rule: Rule) => boolean,
): fc.Arbitrary<readonly { readonly name: string; readonly rules: readonly Rule[]; readonly other: number }[]> =>
  fc.array(
    fc.record({
      name: fc.constantFrom("web", "database", "mail server", "x.y-z", "w ${HOME}"),
      rules: rules(capabilities, isTold),
      other: fc.nat({ max: 4 }),
    }),
    { minLength: 1, maxLength: 4 },
  );

/** Imports the state in both forms, and looks whether the plan is empty. */
async function expectQuiet(harness: Harness, found: readonly Resource[]): Promise<void> {
  const modules = [undefined, 'module.edge["fra"]', 'module.edge["fra"].module.inner[0]'];
  const resources = found.map((one, index): Resource => {
    const module = modules[index % modules.length];
    return module === undefined ? one : { ...one, module };
  });
  const count = resources.filter(({ type }) => !type.endsWith("rule")).length;
  const files = { "state.json": stateOf(resources), "shown.json": shownOf(resources) };
  const texts: string[] = [];
  for (const [file, text] of Object.entries(files)) {
    harness.write(file, text);
    const imported = await harness.run(`import --from terraform-state ${file} --out ${file}.yaml`);
    expect({ code: imported.code, text: imported.stderr.includes("left out") }).toEqual({ code: 0, text: false });
    expect(imported.stderr).toContain(`: ${count} group`);
    expect(harness.read(`${file}.yaml`)).not.toContain("unlistedRules");
    texts.push(harness.read(`${file}.yaml`));
    expect(await harness.run(`plan ${file}.yaml --detailed-exitcode`)).toMatchObject({ code: 0, stderr: "" });
  }
  expect(texts[1]).toBe(texts[0]);
}

/** What the provider ionoscloud can create: it has no field for the IP version. */
const isOfIonosProvider = (rule: Rule): boolean =>
  rule.ipVersion === "IPv4" ||
  rule.protocol === "ipv6-icmp" ||
  rule.remote.kind === "cidr" ||
  rule.local.kind === "cidr";

/** What the state of the 0.x line tells: not an ICMP code of 0, nor type 0 with any code. */
const isOfGcoreProvider = (rule: Rule): boolean =>
  !("icmp" in rule) || rule.icmp === "all" || (rule.icmp.code !== undefined && rule.icmp.code !== 0);

describe("a document that was imported from a state has an empty plan on a cloud that holds the same", () => {
  test("on IONOS Cloud", async () => {
    await fc.assert(
      fc.asyncProperty(groups(ionosCapabilities, isOfIonosProvider), async (wanted) => {
        const harness = createHarness();
        for (const group of wanted) {
          harness.simulator.ionos.addGroup(simulated.datacenter, {
            name: group.name,
            description: group.name,
            rules: group.rules.map((rule) => writeIonosRule(rule, defaultEgressRemote)),
          });
        }
        await expectQuiet(harness, await ionosResources(harness, simulated.datacenter));
      }),
      { numRuns: 30 },
    );
  });

  const gcoreProviders = [
    ["2.x", gcoreCloudResources, () => true],
    ["0.x", gcoreResources, isOfGcoreProvider],
  ] as const;
  test.each(gcoreProviders)("on Gcore, provider %s", async (_version, read, isTold) => {
    let references = 0;
    await fc.assert(
      fc.asyncProperty(groups(gcoreCapabilities, isTold), async (wanted) => {
        const harness = createHarness();
        const { gcore } = harness.simulator;
        const named = wanted.map((group) => ({ ...group, name: group.name.replaceAll(/[${}]/g, "-") }));
        const ids = named.map(({ name }) =>
          gcore.addGroup(1, 1, { name: `a${name}b`, rules: [], tags: { team: "edge" }, readOnlyTags: { os: "x" } }),
        );
        for (const [index, group] of named.entries()) {
          const other = ids[group.other];
          if (other !== undefined) references++;
          gcore.editRules(ids[index] ?? "", () => [
            ...group.rules.map(writeGcoreRule),
            ...(other === undefined
              ? []
              : [{ direction: "ingress", ethertype: "IPv6", protocol: "udp", remote_group_id: other } as const]),
          ]);
        }
        await expectQuiet(harness, await read(harness));
      }),
      { numRuns: 30 },
    );
    expect(references).toBeGreaterThan(10);
  });
});
