import { normalizeRule, protocolEntries, readProtocol, type IpVersion, type RuleDraft } from "@secgroup/core";
import { didYouMean } from "../problem/near-miss.ts";

/** What one item of `allow` says of the packets, and the one IP version that it is bound to. */
export interface Service {
  readonly match: Pick<RuleDraft, "protocol" | "ports" | "icmp">;
  readonly only: IpVersion | undefined;
}

export type ReadService =
  | { readonly kind: "service"; readonly service: Service }
  | { readonly kind: "wrong"; readonly message: string };

/** Every keyword that can begin an item, `any` included. */
export const protocolNames: readonly string[] = ["any", ...protocolEntries.map(({ protocol }) => protocol)];

/** Reads `any`, a protocol, `protocol/port`, `protocol/from-to`, `icmp/type` or `icmp/type.code`; `undefined` when the text is a name. */
export function readService(text: string): ReadService | undefined {
  const [name = "", match, ...more] = text.split("/");
  if (/^\d*$/.test(name)) {
    const instead =
      match === undefined && name !== ""
        ? `tcp/${name} for a port, or the protocol's keyword`
        : "a protocol such as tcp, or tcp/443";
    return wrong(text, `does not name a protocol; write ${instead}`);
  }
  const entry = readProtocol(name);
  if (entry === undefined) {
    return match === undefined ? undefined : wrong(text, `names no known protocol${didYouMean(name, protocolNames)}`);
  }
  const read = (fields: Service["match"]): ReadService => {
    const service = { match: { protocol: entry.protocol, ...fields }, only: entry.only };
    const rule = normalizeRule({ direction: "ingress", ...service.match }, "document");
    if (!rule.ok)
      return wrong(
        text,
        `is not right: ${rule.problems.map(({ field, message }) => `${field} ${message}`).join(", ")}`,
      );
    return { kind: "service", service };
  };
  if (match === undefined) return read({});
  const numbers = (more.length === 0 && /^(\d{1,9})(?:([-.])(\d{1,9}))?$/.exec(match)) || undefined;
  const [, first, separator, second] = numbers ?? [];
  switch (entry.family) {
    case "ports":
      if (first === undefined || separator === ".")
        return wrong(text, `is not right; write ${name}/80 for a port or ${name}/8000-8100 for a range`);
      return read({ ports: { from: Number(first), to: Number(second ?? first) } });
    case "icmp":
      if (first === undefined || separator === "-")
        return wrong(text, `is not right; write ${name}/8 for a type or ${name}/3.4 for a type and code`);
      return read({ icmp: { type: Number(first), code: second === undefined ? undefined : Number(second) } });
    case "other":
      return wrong(text, `is not right, because ${name} has neither ports nor types; write ${name}`);
  }
}

function wrong(text: string, message: string): ReadService {
  return { kind: "wrong", message: `"${text}" ${message}` };
}
