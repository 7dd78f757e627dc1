import { canRelabelInPlace, type Tags } from "@secgroup/core";
import { check, type Check, type Subject } from "../chapter.ts";
import { equal, equalRules } from "../expect.ts";
import { reach } from "../reach.ts";
import { ruleOf, tcp } from "../rules/rule-of.ts";
import { groupNamed, namedRules, wanted, type World } from "../world.ts";

/** One check for everything that the cloud can do and not every cloud can. */
export function capabilityChecks(subject: Subject): readonly Check[] {
  const { capabilities, tally } = subject;
  const { remoteGroups, localAddress, sourceMac, tags, ruleUpdates, icmpMaximum, portMinimum } = capabilities;
  const through = (name: string, ...drafts: readonly Parameters<typeof ruleOf>[0][]): Check =>
    check(subject, name, async (world) => {
      await reach(subject, world, [wanted("group-1", { rules: [tcp(22)] })]);
      await reach(subject, world, [wanted("group-1", { rules: [tcp(22), ...drafts.map(ruleOf)] })]);
      await reach(subject, world, [wanted("group-1", { rules: drafts.slice(1).map(ruleOf) })]);
    });
  const icmp = capabilities.protocols.find((protocol) => protocol === "icmp" || protocol === "ipv6-icmp");
  const ipVersion = icmp === "ipv6-icmp" ? "IPv6" : "IPv4";
  const mac = "02:01:0a:0b:0c:0d";
  return [
    through("the smallest port", { protocol: "tcp", ports: { from: portMinimum, to: portMinimum } }),
    ...(icmp
      ? [
          through("the greatest ICMP type and code", {
            protocol: icmp,
            ipVersion,
            icmp: { type: icmpMaximum, code: icmpMaximum },
          }),
        ]
      : []),
    ...(remoteGroups.supported ? remoteGroupChecks(subject) : []),
    ...(localAddress.supported
      ? [
          through(
            "an address of the server itself",
            { protocol: "tcp", local: "10.0.0.7" },
            { protocol: "tcp", direction: "egress", local: "2001:db8::/64", remote: "2001:db8:a::/48" },
          ),
        ]
      : []),
    ...(sourceMac.supported
      ? [
          through(
            "a MAC address",
            { protocol: "tcp", sourceMac: mac },
            { protocol: "tcp", sourceMac: mac, remote: "10.0.0.0/8" },
          ),
        ]
      : []),
    ...(tags.supported
      ? [
          check(subject, "tags are added, changed, removed one by one and all together", (world) =>
            changeTags(subject, world),
          ),
        ]
      : []),
    check(subject, "a rule is given another description", async (world) => {
      await reach(subject, world, [wanted("group-1", { rules: [tcp(22, 22, { description: "one" }), tcp(80)] })]);
      if (!canRelabelInPlace(ruleUpdates) && capabilities.writeGranularity === "rule") return;
      const renamed = [tcp(22, 22, { description: "another" }), tcp(80, 80, { description: "new" })];
      await reach(subject, world, [wanted("group-1", { rules: renamed })], { relabel: true });
      if (ruleUpdates.supported) tally.supported("ruleUpdates");
    }),
  ];
}

function remoteGroupChecks(subject: Subject): readonly Check[] {
  const from = (remoteGroupName: string): ReturnType<typeof ruleOf> => tcp(5432, 5432, { remoteGroupName });
  return [
    check(subject, "a rule refers to a group that is there", async (world) => {
      world.backend.seedGroup({ name: "group-there" });
      const there = wanted("group-there");
      await reach(subject, world, [there, wanted("group-1", { rules: [from("group-there"), tcp(22)] })]);
      await reach(subject, world, [there, wanted("group-1", { rules: [tcp(22)] })]);
      equalRules("its rules", namedRules(world, groupNamed(world, "group-1")), [tcp(22)]);
    }),
    check(subject, "new groups refer to each other and to themselves", async (world) => {
      const names = ["group-1", "group-2", "group-3"];
      const rules = [...names.map(from), tcp(22)];
      await reach(
        subject,
        world,
        names.map((name) => wanted(name, { rules })),
      );
      await reach(
        subject,
        world,
        names.map((name) => ({ ensure: "absent", name })),
      );
    }),
  ];
}

const tagStates: readonly Tags[] = [{ team: "edge" }, { team: "core", tier: "1" }, { tier: "1" }, {}, { team: "edge" }];

async function changeTags(subject: Subject, world: World): Promise<void> {
  for (const tags of tagStates) {
    await reach(subject, world, [wanted("group-1", { rules: [tcp(22)], tags })]);
  }
  await reach(subject, world, [wanted("group-1", { rules: [tcp(443)] })]);
  equal("tags that the document leaves out", groupNamed(world, "group-1").tags, { team: "edge" });
}
