import { describe, expect, it } from "vitest";
import { ApiError } from "../../src/gcore/api-error.ts";
import { defaultQuirks } from "../../src/gcore/gcore-quirks.ts";
import { normalizeRule } from "../../src/gcore/normalize-rule.ts";
import type { RuleRequest } from "../../src/gcore/rule-content.ts";

const ingress = (rule: Partial<RuleRequest>): RuleRequest => ({ direction: "ingress", ...rule });
const ports = (min: number | null, max: number | null): Partial<RuleRequest> => ({
  port_range_min: min,
  port_range_max: max,
});
const group = "00000000-0000-4000-8000-000000000000";

const stored: readonly (readonly [string, Partial<RuleRequest>, Partial<RuleRequest>])[] = [
  [
    "fills in the defaults",
    {},
    {
      ethertype: "IPv4",
      protocol: null,
      remote_ip_prefix: null,
      remote_group_id: null,
      description: "",
      ...ports(null, null),
    },
  ],
  ["adds the prefix length of an IPv4 address", { remote_ip_prefix: "1.2.3.4" }, { remote_ip_prefix: "1.2.3.4/32" }],
  [
    "compresses an IPv6 prefix",
    { ethertype: "IPv6", remote_ip_prefix: "2001:DB8:0::/48" },
    { remote_ip_prefix: "2001:db8::/48" },
  ],
  ["keeps 0.0.0.0/0", { remote_ip_prefix: "0.0.0.0/0" }, { remote_ip_prefix: "0.0.0.0/0" }],
  ["keeps a remote group", { remote_group_id: group }, { remote_group_id: group, remote_ip_prefix: null }],
  ["keeps one port", { protocol: "tcp", ...ports(22, 22) }, ports(22, 22)],
  ["keeps a range that is not the whole", { protocol: "udp", ...ports(1, 65_534) }, ports(1, 65_534)],
  ["clears the whole range of ports", { protocol: "tcp", ...ports(1, 65_535) }, ports(null, null)],
  ["clears the whole range without a protocol", ports(1, 65_535), ports(null, null)],
  ["clears the whole range of a protocol without ports", { protocol: "gre", ...ports(1, 65_535) }, ports(null, null)],
  ["takes type 0 of ICMP", { protocol: "icmp", ...ports(0, 0) }, ports(0, 0)],
  ["takes an ICMP type without code", { protocol: "icmp", ...ports(8, null) }, ports(8, null)],
  ["takes the highest ICMP type and code", { protocol: "icmp", ...ports(255, 255) }, ports(255, 255)],
  ["takes an ICMP code below its type", { protocol: "icmp", ...ports(3, 1) }, ports(3, 1)],
  [
    "renames icmp on IPv6",
    { ethertype: "IPv6", protocol: "icmp", ...ports(128, null) },
    { protocol: "ipv6-icmp", ...ports(128, null) },
  ],
  ["keeps icmp on IPv4", { protocol: "icmp" }, { protocol: "icmp" }],
  ["keeps ipv6-icmp on IPv6", { ethertype: "IPv6", protocol: "ipv6-icmp" }, { protocol: "ipv6-icmp" }],
  ["keeps a protocol without ports", { protocol: "vrrp" }, { protocol: "vrrp", ...ports(null, null) }],
];

const refused: readonly (readonly [string, Partial<RuleRequest>, keyof RuleRequest])[] = [
  ["host bits", { remote_ip_prefix: "10.0.0.1/8" }, "remote_ip_prefix"],
  ["host bits of IPv6", { ethertype: "IPv6", remote_ip_prefix: "2001:db8::1/64" }, "remote_ip_prefix"],
  ["what is not a network", { remote_ip_prefix: "10.0.0.0/33" }, "remote_ip_prefix"],
  ["an IPv6 prefix under the default ethertype", { remote_ip_prefix: "::/0" }, "remote_ip_prefix"],
  ["an IPv4 prefix for IPv6", { ethertype: "IPv6", remote_ip_prefix: "10.0.0.0/8" }, "remote_ip_prefix"],
  ["both remotes", { remote_ip_prefix: "10.0.0.0/8", remote_group_id: group }, "remote_group_id"],
  ["port 0 as the first", { protocol: "tcp", ...ports(0, 10) }, "port_range_min"],
  ["port 0 as the last", { protocol: "sctp", ...ports(0, 0) }, "port_range_min"],
  ["the whole range from port 0", { protocol: "tcp", ...ports(0, 65_535) }, "port_range_min"],
  ["a first port alone", { protocol: "dccp", ...ports(80, null) }, "port_range_min"],
  ["a last port alone", { protocol: "udplite", ...ports(null, 80) }, "port_range_max"],
  ["a first port after the last", { protocol: "tcp", ...ports(81, 80) }, "port_range_min"],
  ["ports without a protocol", ports(80, 80), "port_range_min"],
  ["ports for a protocol without ports", { protocol: "gre", ...ports(80, 80) }, "port_range_min"],
  ["ports for ipv6-opts", { ethertype: "IPv6", protocol: "ipv6-opts", ...ports(1, 2) }, "port_range_min"],
  ["an ICMP type above 255", { protocol: "icmp", ...ports(256, null) }, "port_range_min"],
  ["an ICMP code above 255", { protocol: "icmp", ...ports(3, 256) }, "port_range_max"],
  ["an ICMP code without a type", { protocol: "icmp", ...ports(null, 0) }, "port_range_max"],
  ["ipv6-icmp on IPv4", { protocol: "ipv6-icmp" }, "protocol"],
  ["another ipv6 protocol on IPv4", { protocol: "ipv6-frag" }, "protocol"],
];

describe("normalising a rule", () => {
  it.each(stored)("%s", (_, request, wanted) => {
    const rule = normalizeRule(ingress(request), "", defaultQuirks);
    expect(rule).toMatchObject(wanted);
    expect(normalizeRule(rule, "", defaultQuirks), "a second time changes nothing").toEqual(rule);
  });

  it.each(refused)("refuses %s", (_, request, field) => {
    const refusal = (): unknown => normalizeRule(ingress(request), "rules.3.", defaultQuirks);
    expect(refusal).toThrow(ApiError);
    expect(refusal).toThrow(
      expect.objectContaining({
        status: 400,
        exceptionClass: "ValidationError",
        details: { invalidFields: { [`rules.3.${field}`]: [expect.any(String)] } },
      }),
    );
  });

  it("masks host bits under that quirk", () => {
    expect(
      normalizeRule(ingress({ remote_ip_prefix: "10.0.0.1/8" }), "", { ...defaultQuirks, hostBits: "masked" })
        .remote_ip_prefix,
    ).toBe("10.0.0.0/8");
  });
});
