import { readProtocol } from "@secgroup/core";
import { builtInServices } from "./built-in-services.ts";
import type { Item, SetKind } from "./named-sets.ts";
import { protocolNames, readService, type Service } from "./read-service.ts";

function readItem(text: string): Item<Service> {
  const builtIn = builtInServices.get(text);
  if (builtIn !== undefined) {
    const items = builtIn.map(readItem);
    return { kind: "members", members: items.flatMap((item) => (item.kind === "members" ? item.members : [])) };
  }
  const read = readService(text);
  if (read === undefined) return { kind: "name" };
  return read.kind === "wrong" ? read : { kind: "members", members: [read.service] };
}

function refuseName(name: string): string | undefined {
  if (builtInServices.has(name))
    return `${name} is built in as ${builtInServices.get(name)?.join(" and ")}; use another name`;
  if (/^\d*$/.test(name)) return `"${name}" cannot name a service; use a word`;
  if (readProtocol(name) !== undefined) return `${name} is a protocol and cannot name a service; use another name`;
  return name.includes("/") ? "the name of a service must not contain a slash; use another name" : undefined;
}

/** The section `services`. */
export const serviceSets: SetKind<Service> = {
  section: "services",
  title: "a protocol or a service",
  readItem,
  memberKey: ({ match }) => JSON.stringify(match),
  refuseName,
  knownNames: [...protocolNames, ...builtInServices.keys()],
};
