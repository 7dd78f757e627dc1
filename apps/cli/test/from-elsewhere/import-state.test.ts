import { describe, expect, it } from "vitest";
import { createHarness, type Harness, type Ran } from "../support/harness.ts";
import { resource, shownOf, stateOf, type Resource } from "./provider-state.ts";

const datacenter = "5ec90000-0000-4000-8000-000000000001";
const groupId = "11111111-1111-4111-8111-111111111111";
const otherId = "22222222-2222-4222-8222-222222222222";

const nsg = (attributes: object = {}): object => ({
  id: groupId,
  name: "web",
  description: "Web servers",
  datacenter_id: datacenter,
  rule_ids: null,
  ...attributes,
});
const nsgRule = (attributes: object = {}): object => ({
  id: "r1",
  nsg_id: groupId,
  datacenter_id: datacenter,
  name: null,
  protocol: "TCP",
  source_mac: null,
  source_ip: null,
  target_ip: null,
  port_range_start: 22,
  port_range_end: 22,
  icmp_type: null,
  icmp_code: null,
  type: "INGRESS",
  ...attributes,
});
const oldRule = (attributes: object = {}): object => ({
  id: "r1",
  direction: "ingress",
  ethertype: "IPv4",
  protocol: "tcp",
  port_range_min: 22,
  port_range_max: 22,
  description: "",
  remote_ip_prefix: "",
  remote_group_id: "",
  ...attributes,
});
const oldGroup = (rules: readonly object[], attributes: object = {}): object => ({
  id: groupId,
  name: "web",
  description: "",
  project_id: 1,
  region_id: 1,
  metadata_map: {},
  security_group_rules: rules,
  ...attributes,
});
const cloudGroup = (attributes: object = {}): object => ({
  id: groupId,
  name: "web",
  description: null,
  project_id: 1,
  region_id: 1,
  tags: null,
  security_group_rules: [],
  ...attributes,
});
const cloudRule = (attributes: object = {}): object => ({
  id: "r1",
  group_id: groupId,
  direction: "ingress",
  description: null,
  ethertype: "IPv4",
  port_range_min: 22,
  port_range_max: 22,
  protocol: "tcp",
  remote_group_id: null,
  remote_ip_prefix: null,
  ...attributes,
});

const one = (type: string, attributes: object): Resource => resource(type, "web", { attributes });

async function importState(
  resources: readonly unknown[] | string,
  flags = "",
): Promise<Ran & { readonly harness: Harness }> {
  const harness = createHarness();
  harness.write("state.json", typeof resources === "string" ? resources : stateOf(resources));
  return { ...(await harness.run(`import --from terraform-state ${flags} state.json`)), harness };
}

describe("secgroup import --from terraform-state", () => {
  it("takes over groups of modules, count and for_each, and leaves data sources and everything else", async () => {
    const resources: readonly Resource[] = [
      { ...one("ionoscloud_nsg", nsg({ id: otherId, name: "read only" })), mode: "data" },
      resource(
        "ionoscloud_nsg",
        "web",
        { index_key: 0, attributes: nsg() },
        { index_key: 1, attributes: nsg({ id: otherId, name: "web-1" }) },
      ),
      {
        ...resource(
          "ionoscloud_nsg_firewallrule",
          "all",
          { index_key: "ssh", attributes: nsgRule({ source_ip: "203.0.113.0/24", name: "office" }) },
          {
            index_key: "ping",
            attributes: nsgRule({
              id: "r2",
              nsg_id: otherId,
              protocol: "ICMP",
              icmp_type: "0",
              port_range_start: null,
              port_range_end: 0,
              source_ip: "",
              type: null,
            }),
          },
        ),
        module: 'module.rules["fra"]',
      },
      one("random_password", { result: "hunter2" }),
      one("ionoscloud_firewall", { nic_id: "x", protocol: "TCP" }),
    ];
    const { code, stdout, stderr } = await importState(resources);
    expect(stdout).toBe(`targets:
  ionos: { cloud: ionos, datacenter: ${datacenter} }
groups:
  web:
    on: ionos
    description: Web servers
    ingress:
      - { allow: tcp/22, from: 203.0.113.0/24, description: office }
    egress: []
  web-1:
    on: ionos
    description: Web servers
    ingress:
      - { allow: icmp/0, from: any }
    egress: []
`);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: `note 1 rule of ionoscloud_nsg_firewallrule without addresses: read as IPv4, the only version that the provider creates them for
note 1 resource ionoscloud_firewall: rules of a network interface, not of a group, so they are not taken over
`,
    });
    expect((await importState(shownOf(resources))).stdout).toBe(stdout);
  });

  it("numbers the targets of a cloud that has several", async () => {
    const { stdout } = await importState([
      one("gcore_cloud_security_group", cloudGroup({ region_id: 7 })),
      one("gcore_securitygroup", oldGroup([], { id: otherId })),
      one("ionoscloud_nsg", nsg()),
    ]);
    expect(stdout).toContain("gcore-1: { cloud: gcore, project: 1, region: 1 }");
    expect(stdout).toContain("gcore-2: { cloud: gcore, project: 1, region: 7 }");
    expect(stdout).toContain(`ionos: { cloud: ionos, datacenter: ${datacenter} }`);
  });

  it("names the one target as it is told to, and refuses one name for several", async () => {
    expect((await importState([one("ionoscloud_nsg", nsg())], "--target fra")).stdout).toContain("fra: { cloud: ionos");
    const several = [one("ionoscloud_nsg", nsg()), one("gcore_securitygroup", oldGroup([]))];
    expect(await importState(several, "--target fra")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("--target names one target, and the file has groups of 2 places"),
    });
  });

  it("names groups that rules refer to, and keeps the id of one that is not in the state", async () => {
    const { stdout } = await importState([
      one("gcore_cloud_security_group", cloudGroup()),
      resource(
        "gcore_cloud_security_group_rule",
        "all",
        { attributes: cloudRule({ remote_group_id: groupId, protocol: "sctp" }) },
        {
          attributes: cloudRule({
            id: "r2",
            remote_group_id: otherId,
            protocol: "vrrp",
            port_range_min: null,
            port_range_max: null,
            ethertype: null,
          }),
        },
      ),
    ]);
    expect(stdout).toContain("{ ipVersion: IPv4, protocol: sctp, ports: 22, remote: group:web }");
    expect(stdout).toContain(`remote: group:${otherId}`);
  });

  it.each([
    [
      "ionoscloud_nsg",
      [one("ionoscloud_nsg", nsg({ rule_ids: ["r1", "elsewhere"] })), one("ionoscloud_nsg_firewallrule", nsgRule())],
      "the state names 1 that Terraform does not manage",
    ],
    [
      "gcore_cloud_security_group",
      [
        one("gcore_cloud_security_group", cloudGroup({ security_group_rules: [{ id: "r1" }, { id: "elsewhere" }] })),
        one("gcore_cloud_security_group_rule", cloudRule()),
      ],
      "the state lists 1 that Terraform does not manage",
    ],
  ])("keeps rules of %s that Terraform does not manage, and says so", async (type, resources, why) => {
    const { stdout } = await importState(resources);
    const target = type.startsWith("gcore") ? "gcore" : "ionos";
    expect(stdout).toContain(`# The group "web" on "${target}" keeps unlisted rules: ${why}\n`);
    expect(stdout).toContain("    unlistedRules: keep\n    ingress:\n      - { allow: tcp/22");
  });

  describe("leaves out, with its address,", () => {
    it.each<[what: string, resources: readonly Resource[], said: string]>([
      [
        "a rule whose group is not in the state",
        [one("ionoscloud_nsg", nsg()), one("ionoscloud_nsg_firewallrule", nsgRule({ nsg_id: otherId }))],
        `left out ionoscloud_nsg_firewallrule.web: its group ${otherId} is not in the state`,
      ],
      [
        "one of Gcore whose group is not in the state",
        [
          one("gcore_cloud_security_group", cloudGroup()),
          one("gcore_cloud_security_group_rule", cloudRule({ group_id: otherId })),
        ],
        `left out gcore_cloud_security_group_rule.web: its group ${otherId} is not in the state`,
      ],
      [
        "a group with a rule that has no meaning",
        [one("ionoscloud_nsg", nsg()), one("ionoscloud_nsg_firewallrule", nsgRule({ protocol: "CARP" }))],
        'left out ionoscloud_nsg.web (web): its rule ionoscloud_nsg_firewallrule.web cannot be understood: protocol: "CARP" is not a known protocol',
      ],
      [
        "a group with rules that only the IP version can tell apart",
        [
          one("ionoscloud_nsg", nsg()),
          resource(
            "ionoscloud_nsg_firewallrule",
            "all",
            { index_key: 0, attributes: nsgRule() },
            { index_key: 1, attributes: nsgRule({ id: "r2", name: "also" }) },
          ),
        ],
        "left out ionoscloud_nsg.web (web): its rule ionoscloud_nsg_firewallrule.all[1] cannot be understood: it allows the same as ionoscloud_nsg_firewallrule.all[0] by all that the state tells",
      ],
      [
        "a group of a state that does not record remote groups",
        [one("gcore_securitygroup", oldGroup([oldRule({ remote_group_id: undefined })]))],
        "left out gcore_securitygroup.web (web): its rule security_group_rules[0] cannot be understood: the state is from a version of the provider that does not record remote groups",
      ],
      [
        "a group with an ICMP code that the state cannot tell from any",
        [one("gcore_securitygroup", oldGroup([oldRule({ protocol: "icmp", port_range_min: 8, port_range_max: 0 })]))],
        "left out gcore_securitygroup.web (web): its rule security_group_rules[0] cannot be understood: the state writes 0 for ICMP code 0 and for any code alike",
      ],
      [
        "a group that a second resource manages",
        [one("ionoscloud_nsg", nsg()), resource("ionoscloud_nsg", "again", { attributes: nsg() })],
        "left out ionoscloud_nsg.again: it is the same group as ionoscloud_nsg.web",
      ],
      [
        "what is about to be destroyed",
        [
          resource(
            "ionoscloud_nsg",
            "web",
            { attributes: nsg() },
            { deposed: "a1b2c3d4", attributes: nsg({ id: otherId }) },
          ),
        ],
        "left out ionoscloud_nsg.web: it is a deposed object, which Terraform is about to destroy",
      ],
      [
        "a group that the cloud cannot express",
        [
          one("ionoscloud_nsg", nsg()),
          one(
            "ionoscloud_nsg_firewallrule",
            nsgRule({ protocol: "ICMP", icmp_type: 255, port_range_start: null, port_range_end: null }),
          ),
        ],
        "left out ionoscloud_nsg.web (web): IONOS Cloud cannot express this rule: ICMP types and codes end at 254",
      ],
    ])("%s", async (_what, resources, said) => {
      const { code, stderr } = await importState(resources);
      expect(code).toBe(0);
      expect(stderr).toContain(said);
      expect((await importState(shownOf(resources))).stderr).toBe(stderr);
    });
  });

  it.each<[what: string, rule: object, said: string]>([
    ["no limit for twice 0", { port_range_min: 0, port_range_max: 0 }, "allow: tcp, from: 0.0.0.0/0"],
    ["all ICMP for twice 0", { protocol: "icmp", port_range_min: 0, port_range_max: 0 }, "allow: icmp, from: any"],
    [
      "ICMP type 0 with its code",
      { protocol: "icmp", port_range_min: 0, port_range_max: 5 },
      "allow: icmp/0.5, from: any",
    ],
    ["ports from 0", { port_range_min: 0, port_range_max: 65535 }, "allow: tcp, from: 0.0.0.0/0"],
    [
      "a protocol number",
      { protocol: "50", port_range_min: 0, port_range_max: 0, ethertype: "IPv6" },
      "allow: esp, from: ::/0",
    ],
    [
      "any protocol",
      { protocol: "any", port_range_min: 0, port_range_max: 0, remote_ip_prefix: "10.0.0.7/8" },
      "allow: any, from: 10.0.0.0/8",
    ],
    [
      "a prefix where remote groups are not recorded",
      { remote_ip_prefix: "10.0.0.0/8", remote_group_id: undefined },
      "allow: tcp/22, from: 10.0.0.0/8",
    ],
  ])("reads %s in a gcore_securitygroup", async (_what, rule, said) => {
    expect((await importState([one("gcore_securitygroup", oldGroup([oldRule(rule)]))])).stdout).toContain(
      `- { ${said} }`,
    );
  });

  it("says that it read twice 0 as all ICMP", async () => {
    const rules = [oldRule({ protocol: "icmp", port_range_min: 0, port_range_max: 0 }), oldRule()];
    expect((await importState([one("gcore_securitygroup", oldGroup(rules))])).stderr).toBe(
      "note 1 ICMP rule of gcore_securitygroup with 0 for type and code: read as all ICMP, the only rule that the provider creates so\n",
    );
  });

  it("takes the place of Gcore's groups from --to where the state does not tell it, and asks for it", async () => {
    const resources = [one("gcore_cloud_security_group", cloudGroup({ project_id: null, region_id: null }))];
    expect(await importState(resources)).toMatchObject({
      code: 1,
      stderr: `error usage: the state does not say in which project and region gcore_cloud_security_group.web is
  at state.json gcore_cloud_security_group.web.project_id
  hint: Say it with --to gcore:PROJECT/REGION.
`,
    });
    expect((await importState(resources, "--to gcore:1234/76")).stdout).toContain("project: 1234, region: 76");
    expect((await importState([one("ionoscloud_nsg", nsg())], "--to gcore:1/1")).stderr).toContain(
      "error usage: --to gcore:1/1 is not needed: the state says where its groups are",
    );
    expect((await importState(resources, "--to azure:1")).stderr).toContain(
      '"azure:1" is neither ionos:DATACENTER nor gcore:PROJECT/REGION',
    );
  });

  it("reads no more of a file than it must", async () => {
    expect(await createHarness().run("import --from terraform-state /dev/zero")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("/dev/zero is larger than 256 MiB"),
    });
  });

  it.each<[what: string, text: string, said: string]>([
    ["a text that is not JSON", '{ "password": hunter2 }', "error invalid-document: the file is not JSON in UTF-8"],
    ["a plan", '{ "format_version": "1.2", "planned_values": {} }', "this is a Terraform plan, not a state"],
    [
      "another version of the state",
      '{ "version": 3, "modules": [] }',
      "version: this version of the state is not known; 4 is",
    ],
    [
      "another version of the JSON",
      '{ "format_version": "2.0" }',
      "format_version: this version of Terraform's JSON is not known",
    ],
    ["something else", "{}", "this is no Terraform state: it has no version"],
    ["a list", "[]", "this should be object"],
    [
      "a state without groups",
      stateOf([one("random_password", { result: "hunter2" })]),
      "state.json has no security groups of IONOS Cloud or Gcore",
    ],
    [
      "a field that is missing",
      stateOf([one("ionoscloud_nsg", { ...nsg(), datacenter_id: undefined, password: "hunter2" })]),
      "ionoscloud_nsg.web.datacenter_id: this field is missing; it should hold string",
    ],
    [
      "a field of another kind",
      stateOf([
        one("gcore_cloud_security_group", cloudGroup()),
        resource("gcore_cloud_security_group_rule", "x", {
          index_key: "a",
          attributes: cloudRule({ port_range_min: "hunter2" }),
        }),
      ]),
      'gcore_cloud_security_group_rule.x["a"].port_range_min: this should be number',
    ],
    [
      "a number that is none",
      stateOf([one("ionoscloud_nsg_firewallrule", nsgRule({ icmp_type: "hunter2" }))]),
      "ionoscloud_nsg_firewallrule.web.icmp_type: this should be a number",
    ],
    [
      "a field deep inside",
      stateOf([one("gcore_securitygroup", oldGroup([oldRule(), oldRule({ direction: 1 })]))]),
      "gcore_securitygroup.web.security_group_rules[1].direction: this should be string",
    ],
    ["resources that are none", stateOf(["hunter2"]), "resources[0]: this should be object"],
  ])("refuses %s, and shows nothing of what is in it", async (_what, text, said) => {
    const { code, stdout, stderr } = await importState(text);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(said);
    expect(stderr).not.toContain("hunter2");
  });
});
