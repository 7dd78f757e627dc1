import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quote } from "../../src/export/terraform/hcl.ts";
import { groupResourceName } from "../../src/export/terraform/resource-name.ts";
import { createHarness, type Ran } from "../support/harness.ts";
import { readHcl } from "./read-hcl.ts";

const targets = `targets:
  fra: { cloud: ionos, datacenter: 5ec90000-0000-4000-8000-000000000001 }
  lux: { cloud: gcore, project: 1234, region: 76 }
`;

async function exportDocument(groups: string): Promise<Ran> {
  const harness = createHarness();
  harness.write("secgroup.yaml", `${targets}${groups}`);
  return harness.run("export terraform");
}

describe("secgroup export terraform", () => {
  it("writes a resource for each group and rule, for both providers", async () => {
    const { code, stdout, stderr } = await exportDocument(
      `groups:
  web:
    on: [fra, lux]
    description: Public $$\{HOME}\\
    ingress: [{ allow: https, from: 10.0.0.0/8, description: site }]
    egress: [{ allow: any, to: "::/0" }]
`,
    );
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        "note any IPv6 address is written as ::/0 on IONOS Cloud, because the provider has no field for the IP version\n",
    });
    expect(stdout.slice(stdout.indexOf("terraform {"))).toBe(`terraform {
  required_providers {
    ionoscloud = {
      source  = "ionos-cloud/ionoscloud"
      version = ">= 6.7.7, < 7.0.0"
    }
    gcore = {
      source  = "G-Core/gcore"
      version = "= 2.0.0-alpha.6"
    }
  }
}

provider "ionoscloud" {
  # Credentials come from IONOS_TOKEN, or IONOS_USERNAME and IONOS_PASSWORD.
}

provider "gcore" {
  # Credentials come from GCORE_API_KEY.
}

resource "ionoscloud_nsg" "web__fra" {
  name          = "web"
  description   = "Public $\${HOME}\\\\"
  datacenter_id = "5ec90000-0000-4000-8000-000000000001"
}

resource "ionoscloud_nsg_firewallrule" "web__fra__ingress_ipv4_tcp_443__b67d848c" {
  datacenter_id    = "5ec90000-0000-4000-8000-000000000001"
  nsg_id           = ionoscloud_nsg.web__fra.id
  type             = "INGRESS"
  protocol         = "TCP"
  port_range_start = 443
  port_range_end   = 443
  source_ip        = "10.0.0.0/8"
  name             = "site"
}

resource "ionoscloud_nsg_firewallrule" "web__fra__egress_ipv6_any__cec25f4e" {
  datacenter_id = "5ec90000-0000-4000-8000-000000000001"
  nsg_id        = ionoscloud_nsg.web__fra.id
  type          = "EGRESS"
  protocol      = "ANY"
  target_ip     = "::/0"
}

resource "gcore_cloud_security_group" "web__lux" {
  project_id  = 1234
  region_id   = 76
  name        = "web"
  description = "Public $\${HOME}\\\\"
}

resource "gcore_cloud_security_group_rule" "web__lux__ingress_ipv4_tcp_443__13ff2da1" {
  project_id       = 1234
  region_id        = 76
  group_id         = gcore_cloud_security_group.web__lux.id
  direction        = "ingress"
  ethertype        = "IPv4"
  protocol         = "tcp"
  port_range_min   = 443
  port_range_max   = 443
  remote_ip_prefix = "10.0.0.0/8"
  description      = "site"
}

resource "gcore_cloud_security_group_rule" "web__lux__egress_ipv6_any__7bc569e6" {
  project_id = 1234
  region_id  = 76
  group_id   = gcore_cloud_security_group.web__lux.id
  direction  = "egress"
  ethertype  = "IPv6"
}
`);
    expect(readHcl(stdout)).toHaveLength(6);
  });

  it("names groups by their resources, and one that has none by its id", async () => {
    const id = "0b0e8ebe-2b0d-4d2b-8b0e-000000000001";
    const { stdout } = await exportDocument(`groups:
  web: { on: lux, ingress: [{ allow: sctp, from: "group:web" }, { allow: sctp, from: "group:known" }, { allow: sctp, from: "group:${id}" }] }
  known: { on: lux, id: 0b0e8ebe-2b0d-4d2b-8b0e-000000000002 }
`);
    const remotes = readHcl(stdout).flatMap(({ attributes }) => attributes.remote_group_id ?? []);
    expect(new Set(remotes)).toEqual(
      new Set(["${gcore_cloud_security_group.web__lux.id}", "${gcore_cloud_security_group.known__lux.id}", id]),
    );
  });

  it("keeps the names of what stays when something else comes, goes, or is described anew", async () => {
    const names = async (groups: string): Promise<readonly string[]> =>
      readHcl((await exportDocument(groups)).stdout).map(({ type, name }) => `${type}.${name}`);
    const before = await names("groups:\n  web: { on: lux, ingress: [{ allow: ssh, from: 10.0.0.0/8 }] }\n");
    const after = await names(
      'groups:\n  a: { on: [fra, lux], name: "abc" }\n  web: { on: [lux, fra], description: x, ingress: [{ allow: http, from: any }, { allow: ssh, from: 10.0.0.0/8, description: y }] }\n',
    );
    expect(before).toHaveLength(2);
    expect(after).toEqual(expect.arrayContaining([...before]));
  });

  it("refuses what the provider cannot express although the cloud can, at its line", async () => {
    const { code, stdout, stderr } = await exportDocument(
      "groups:\n  web: { on: [fra, lux], ingress: [{ allow: tcp/1024-65535, from: 10.0.0.0/8 }] }\n",
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr)
      .toBe(`error unsupported: Terraform's provider ionoscloud cannot express this rule: its ports end at 65534
  at secgroup.yaml:5:36 groups.web.ingress[0]
  target fra, group web, rule ingress tcp/1024-65535 from 10.0.0.0/8 (IPv4), field ports
  hint: End the range at 65534, or allow all ports.
`);
  });

  it("refuses what the cloud cannot express, as planning does", async () => {
    const groups = 'groups:\n  web: { on: fra, ingress: [{ allow: ssh, from: "group:web" }] }\n';
    const { code, stderr } = await exportDocument(groups);
    expect(code).toBe(1);
    expect(stderr).toContain("IONOS Cloud cannot express this rule: its firewall rules take addresses only");
  });

  it("says what of a document is not in a configuration", async () => {
    const { stdout, stderr } = await exportDocument(`groups:
  web: { on: fra, ingress: [{ allow: [icmp, ipv6-icmp, gre], from: any }] }
  old: { on: [fra, lux], ensure: absent }
guardrails:
  - never: { allow: ssh, from: any }
`);
    expect(stdout).not.toContain("gcore");
    expect(stderr).toBe(`note groups that are to be absent have no resource: old
note guardrails are checked by secgroup only
note any IPv6 address is written as ::/0 on IONOS Cloud, because the provider has no field for the IP version
note the provider ionoscloud documents TCP, UDP, ICMP, ANY only; run \`terraform validate\` for ICMPv6, GRE
`);
  });

  it("writes to a file, and never over one", async () => {
    const { run, write, read } = createHarness();
    write("secgroup.yaml", `${targets}groups: { web: { on: lux } }\n`);
    expect(await run("export terraform --out main.tf")).toMatchObject({
      code: 0,
      stdout: "",
      stderr: "✓ main.tf: 1 group\n",
    });
    const text = read("main.tf");
    expect(await run("export terraform --out main.tf")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("main.tf exists and is not overwritten"),
    });
    expect(read("main.tf")).toBe(text);
  });
});

describe("a text in HCL", () => {
  it.each<[text: string, hcl: string]>([
    ["plain ü 🙂", '"plain ü 🙂"'],
    ['a "b" \\ c', '"a \\"b\\" \\\\ c"'],
    ["a\nb\r\tc", '"a\\nb\\r\\tc"'],
    ["${x} %{y}", '"$${x} %%{y}"'],
    ["$${x} %%%{y} $%{z}", '"$$\\u007bx} %%%\\u007by} $%\\u007bz}"'],
    ["$ { % } $", '"$ { % } $"'],
    ["\u0000\u0085\u2028", '"\\u0000\\u0085\\u2028"'],
  ])("%j is %s", (text, hcl) => {
    expect(quote(text)).toBe(hcl);
    expect(readHcl(`resource "a" "b" { c = ${hcl} }`)[0]?.attributes).toEqual({ c: text });
  });
});

describe("the name of a resource", () => {
  const part = fc.oneof(
    fc.constantFrom("web", "a", "a_b", "a__b", "a b", "a-b", "1", "_", "ü", "b_", "é", "A"),
    fc.string({ minLength: 1, maxLength: 5 }),
  );

  it("is an identifier, and another for another group", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(part, part), { selector: (parts) => JSON.stringify(parts), minLength: 2 }),
        (pairs) => {
          const names = pairs.map(([key, target]) => groupResourceName(key, target));
          expect(new Set(names).size).toBe(names.length);
          for (const name of names) expect(name).toMatch(/^[A-Za-z_][A-Za-z0-9_-]*$/);
        },
      ),
      { numRuns: 500 },
    );
  });
});
