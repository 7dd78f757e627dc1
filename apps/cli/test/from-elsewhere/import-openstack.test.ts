import { gcoreCapabilities, writeRule } from "@secgroup/adapter-gcore";
import { ruleKey } from "@secgroup/core";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { arbitraryRule } from "../support/arbitrary-rule.ts";
import { createHarness, type Ran } from "../support/harness.ts";

vi.setConfig({ testTimeout: 60_000 });

const webId = "85cc3048-abc3-43cc-89b3-377341426ac5";
const databaseId = "95cc3048-abc3-43cc-89b3-377341426ac6";

const rule = (fields: object = {}): object => ({
  id: "r1",
  direction: "ingress",
  ethertype: "IPv4",
  protocol: null,
  port_range_min: null,
  port_range_max: null,
  remote_ip_prefix: null,
  remote_group_id: null,
  normalized_cidr: null,
  security_group_id: webId,
  tenant_id: "t",
  description: "",
  ...fields,
});
const group = (rules: readonly object[], fields: object = {}): object => ({
  id: webId,
  name: "web",
  description: "",
  tenant_id: "t",
  stateful: true,
  tags: [],
  security_group_rules: rules,
  ...fields,
});
/** As `openstack security group show -f json` prints it. */
const shown = (rules: unknown, fields: object = {}): object => ({
  created_at: "2026-01-01T00:00:00Z",
  id: webId,
  name: "web",
  description: "",
  project_id: "t",
  rules,
  stateful: true,
  ...fields,
});
/** What Neutron puts into a new group. */
const defaults = [rule({ direction: "egress" }), rule({ id: "r2", direction: "egress", ethertype: "IPv6" })];

async function importFile(value: unknown, to = "gcore:1/1"): Promise<Ran> {
  const harness = createHarness();
  harness.write("groups.json", JSON.stringify(value));
  return harness.run(`import --from openstack-json groups.json --to ${to}`);
}

describe("secgroup import --from openstack-json", () => {
  it.each<[form: string, value: unknown]>([
    ["the API's list", { security_groups: [group(defaults)] }],
    ["the API's answer for one", { security_group: group(defaults) }],
    ["a group as the command shows it", shown(defaults)],
    ["a list of such groups", [shown(defaults)]],
  ])("reads %s, with the egress rules that are there by default", async (_form, value) => {
    expect(await importFile(value)).toMatchObject({
      code: 0,
      stdout: `targets:
  gcore: { cloud: gcore, project: 1, region: 1 }
groups:
  web:
    on: gcore
    ingress: []
    egress:
      - { allow: any, to: any }
`,
      stderr: "",
    });
  });

  it.each<[fields: object, said: string]>([
    [{ protocol: "tcp", port_range_min: 80, port_range_max: 81 }, "allow: tcp/80-81, from: 0.0.0.0/0"],
    [{ protocol: "tcp" }, "allow: tcp, from: 0.0.0.0/0"],
    [{ ethertype: "IPv6" }, "allow: any, from: ::/0"],
    [{ protocol: "icmp", port_range_min: 8 }, "allow: icmp/8, from: any"],
    [{ protocol: "icmp", port_range_min: 0, port_range_max: 0 }, "allow: icmp/0.0, from: any"],
    [{ protocol: "icmpv6", ethertype: "IPv6" }, "allow: ipv6-icmp, from: any"],
    [{ protocol: "58", ethertype: "IPv6", port_range_min: 128 }, "allow: ipv6-icmp/128, from: any"],
    [{ protocol: 112 }, "allow: vrrp, from: 0.0.0.0/0"],
    [{ remote_ip_prefix: "10.0.0.7/8" }, "allow: any, from: 10.0.0.0/8"],
    [
      { protocol: "udp", description: "system", port_range_min: 53, port_range_max: 53 },
      "allow: udp/53, from: 0.0.0.0/0, description: system",
    ],
    [{ protocol: "vrrp", remote_group_id: webId }, "protocol: vrrp, remote: group:web"],
  ])("reads %j", async (fields, said) => {
    const { stdout } = await importFile({ security_groups: [group([rule(fields)])] });
    expect(stdout).toContain(said);
  });

  it("names groups that rules refer to by their names, which are what they share with where they go", async () => {
    const { stdout } = await importFile({
      security_groups: [
        group([]),
        group([rule({ protocol: "sctp", remote_group_id: webId })], { id: databaseId, name: "database" }),
      ],
    });
    expect(stdout).toContain("remote: group:web");
    expect(stdout).not.toContain(webId);
  });

  it.each<[what: string, groups: readonly object[], said: string, to?: string]>([
    [
      "a rule for a group that is not in the file",
      [group([rule({ remote_group_id: databaseId })])],
      `left out web (${webId}): its rule r1 cannot be understood: it names the group ${databaseId}, which is not in the file`,
    ],
    [
      "a rule for an address group",
      [group([rule({ remote_address_group_id: "a1" })])],
      "it names the address group a1, whose addresses are not in the file",
    ],
    [
      "groups of one name",
      [group([]), group([], { id: databaseId })],
      `left out web (${databaseId}): 2 groups are called "web"`,
    ],
    ["a protocol that nobody knows", [group([rule({ protocol: "200" })])], '"200" is not a known protocol'],
    [
      "what the cloud cannot express",
      [group([rule({ remote_group_id: webId })])],
      "IONOS Cloud cannot express this rule: its firewall rules take addresses only",
      "ionos:dc-1",
    ],
  ])("leaves out %s, and says so", async (_what, groups, said, to) => {
    const { code, stdout, stderr } = await importFile({ security_groups: groups }, to);
    expect(code).toBe(0);
    expect(stdout).toContain("groups: {}");
    expect(stderr).toContain(said);
  });

  it.each<[why: string, other: readonly object[], said: string]>([
    ["its name is not the only one", [group([]), group([], { id: "third" })], `left out web (${webId}): 2 groups`],
    [
      "the cloud does not accept it",
      [group([], { name: "a/b" })],
      `left out a/b (${webId}): Gcore does not accept the name`,
    ],
    [
      "one of its rules cannot be understood",
      [group([rule({ protocol: "200" })])],
      `left out web (${webId}): its rule r1`,
    ],
  ])(
    "leaves out what names a group that is left out because %s, never by an id that means nothing there",
    async (_why, other, said) => {
      const groups = [
        ...other,
        group([rule({ remote_group_id: webId })], { id: databaseId, name: "database" }),
        group([rule({ remote_group_id: databaseId })], { id: "last", name: "last" }),
      ];
      const { stdout, stderr } = await importFile({ security_groups: groups });
      expect(stdout).toContain("groups: {}");
      expect(stderr).toContain(said);
      expect(stderr).toContain(`left out database (${databaseId}): a rule names the group ${webId}, which is left out`);
      expect(stderr).toContain(`left out last (last): a rule names the group ${databaseId}, which is left out`);
    },
  );

  it("says what of a group has no equal elsewhere", async () => {
    const { stderr } = await importFile({ security_groups: [group([], { stateful: false, tags: ["a"] })] });
    expect(stderr).toContain("note tags are words in OpenStack");
    expect(stderr).toContain('note the group "web" is stateless');
  });

  it.each<[what: string, value: unknown, said: string]>([
    [
      "a list of groups",
      [{ ID: webId, Name: "web", Description: "", Project: "t", Tags: [] }],
      "[0]: a list of groups does not tell their rules",
    ],
    [
      "a list of rules",
      [{ ID: "r1", "IP Protocol": "tcp", "Port Range": "22:22" }],
      "[0]: a list of rules does not name their groups",
    ],
    [
      "rules printed for people",
      shown("direction='egress', ethertype='IPv4'"),
      "the rules are printed for people, not as JSON",
    ],
    [
      "one page of several",
      { security_groups: [], security_groups_links: [{ rel: "next", href: "x" }] },
      "security_groups_links: this is one page of several",
    ],
    [
      "groups without their rules",
      { security_groups: [{ id: webId, name: "web" }] },
      "security_groups[0]: this is no security group with its rules",
    ],
    [
      "a rule without its remote group",
      { security_groups: [group([rule({ remote_group_id: undefined })])] },
      "security_groups[0].security_group_rules[0].remote_group_id: this field is missing",
    ],
    ["something else", "hunter2", "this is no security group with its rules"],
  ])("refuses %s", async (_what, value, said) => {
    const { code, stdout, stderr } = await importFile(value);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(said);
    expect(stderr).not.toContain("hunter2");
  });

  it("asks where the groups are to live", async () => {
    const { run, write } = createHarness();
    write("groups.json", JSON.stringify(shown([])));
    expect(await run("import --from openstack-json groups.json")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("hint: Say it with --to ionos:DATACENTER or --to gcore:PROJECT/REGION."),
    });
  });

  it("gives a document whose plan is empty where a cloud holds the same rules", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(arbitraryRule(gcoreCapabilities), { selector: ruleKey, maxLength: 8 }),
        async (rules) => {
          const harness = createHarness();
          const wire = rules.map(writeRule);
          harness.simulator.gcore.addGroup(1, 1, { name: "web", rules: wire });
          const answers = wire.map((fields, index) => rule({ ...fields, id: `r${index}` }));
          harness.write("groups.json", JSON.stringify({ security_groups: [group(answers)] }));
          const imported = await harness.run(
            "import --from openstack-json groups.json --to gcore:1/1 --out secgroup.yaml",
          );
          expect(imported.stderr).toBe("✓ secgroup.yaml: 1 group; see `secgroup plan` before you apply it\n");
          expect(await harness.run("plan --detailed-exitcode")).toMatchObject({ code: 0 });
        },
      ),
      { numRuns: 40 },
    );
  });
});
