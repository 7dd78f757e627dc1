import { expect, test } from "vitest";
import { placesOf, readText, textOf } from "./support/read.ts";

const example = `targets:
  fra: { cloud: ionos, datacenter: "\${IONOS_DATACENTER_ID}" }
  lux: { cloud: gcore, project: 1234, region: 76 }

addresses:                       # named sets, may name each other
  office: [203.0.113.0/24, 2001:db8:a::/48]
services:                        # ssh, http, https, dns, ntp, rdp, smtp, postgres, mysql, redis, ping are built in
  web: [tcp/80, tcp/443]

groups:
  web:                           # the group's name on the cloud, unless \`name\` or \`id\` says otherwise
    on: [fra, lux]
    description: Public web servers
    unlistedRules: remove        # or keep, or fail
    ingress:
      - { allow: web, from: any, description: public site }
      - { allow: ssh, from: office }
      - { allow: icmp/8, from: any }
    egress:
      - { allow: any, to: any }
  database:
    on: lux
    tags: { team: edge }
    ingress:
      - { allow: postgres, from: group:web }
  retired:
    on: fra
    ensure: absent

guardrails:
  - always: { allow: ssh, from: 203.0.113.7, in: web }
  - never: { allow: ssh, from: any, except: office }
`;

test("the example document says what its comments promise", () => {
  const { targets, groups, guardrails, notices } = readText(example, {
    IONOS_DATACENTER_ID: "f5ec8ebe-2b0d-4d2b-8b0e-0123456789ab",
  });
  expect(targets).toEqual([
    { name: "fra", cloud: "ionos", datacenter: "f5ec8ebe-2b0d-4d2b-8b0e-0123456789ab" },
    { name: "lux", cloud: "gcore", project: 1234, region: 76 },
  ]);
  expect(notices).toEqual([]);
  expect(groups.map(({ target, key, place }) => [target, key, place.line, place.column, place.path])).toEqual([
    ["fra", "web", 11, 3, "groups.web"],
    ["lux", "web", 11, 3, "groups.web"],
    ["lux", "database", 21, 3, "groups.database"],
    ["fra", "retired", 26, 3, "groups.retired"],
  ]);
  const [web, , database, retired] = groups;
  expect(web?.desired).toMatchObject({
    ensure: "present",
    name: "web",
    description: "Public web servers",
    unlistedRules: "remove",
  });
  expect(web && placesOf(web)).toEqual([
    ["ingress IPv4 tcp 80-80 * * any", 16, 9],
    ["ingress IPv6 tcp 80-80 * * any", 16, 9],
    ["ingress IPv4 tcp 443-443 * * any", 16, 9],
    ["ingress IPv6 tcp 443-443 * * any", 16, 9],
    ["ingress IPv4 tcp 22-22 203.0.113.0/24 * any", 17, 9],
    ["ingress IPv6 tcp 22-22 2001:db8:a::/48 * any", 17, 9],
    ["ingress IPv4 icmp 8.* * * any", 18, 9],
    ["egress IPv4 any * * * any", 20, 9],
    ["egress IPv6 any * * * any", 20, 9],
  ]);
  expect(database?.desired).toMatchObject({ tags: { team: "edge" } });
  expect(database?.desired.ensure === "present" && database.desired.rules.map(textOf)).toEqual([
    'IPv4 tcp 5432-5432 named "web" * any',
    'IPv6 tcp 5432-5432 named "web" * any',
  ]);
  expect(retired?.desired).toEqual({ ensure: "absent", name: "retired" });
  expect(
    guardrails.map(({ target, guardrail: { kind, rules, except, groups, place } }) => [
      target,
      kind,
      groups,
      place?.line,
      rules.map(textOf),
      except.map(textOf),
    ]),
  ).toEqual([
    ["fra", "always", ["web"], 31, ["IPv4 tcp 22-22 203.0.113.7/32 * any"], []],
    ["lux", "always", ["web"], 31, ["IPv4 tcp 22-22 203.0.113.7/32 * any"], []],
    ...["fra", "lux"].map((target) => [
      target,
      "never",
      undefined,
      32,
      ["IPv4 tcp 22-22 * * any", "IPv6 tcp 22-22 * * any"],
      ["IPv4 tcp 22-22 203.0.113.0/24 * any", "IPv6 tcp 22-22 2001:db8:a::/48 * any"],
    ]),
  ]);
});
