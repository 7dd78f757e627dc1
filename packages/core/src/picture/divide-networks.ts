import type { Cidr, IpVersion, Local } from "../model/rule.ts";
import { addressInterval, wholeAddressLine } from "../traffic/address-line.ts";
import { contains, divideLine } from "./line-class.ts";
import type { PictureNetwork } from "./traffic-picture.ts";

/** Addresses that some networks do not tell apart, and which of those they lie in. */
export interface DividedNetwork {
  readonly place: PictureNetwork;
  /** Positions of the networks that hold these addresses, `any` among them. */
  readonly members: readonly number[];
}

/** Divides all addresses of an IP version by networks: one place for each network that smaller ones leave something of, and one for the rest. */
export function divideNetworks(networks: readonly Local[], ipVersion: IpVersion): readonly DividedNetwork[] {
  const whole = wholeAddressLine[ipVersion];
  const intervals = networks.map((network) => (network.kind === "any" ? whole : addressInterval(network.cidr)));
  const cidrs = new Map(
    networks.flatMap((network) => (network.kind === "any" ? [] : [[network.cidr, addressInterval(network.cidr)]])),
  );
  return divideLine(whole, intervals).map(({ parts, within }) => {
    const [part = whole] = parts;
    // Networks lie within each other or apart: those around an address are a chain, and its last begins last and ends first.
    const around = [...cidrs].filter(([, interval]) => contains(interval, part));
    const innermost = around.find(([, inner]) => around.every(([, outer]) => contains(outer, inner)));
    const [network, interval]: readonly [Cidr | "any", typeof whole] = innermost ?? ["any", whole];
    const inside = [...cidrs].filter(([cidr, inner]) => cidr !== network && contains(interval, inner));
    const but = inside.flatMap(([cidr, inner]) =>
      inside.some(([other, outer]) => other !== cidr && contains(outer, inner)) ? [] : [cidr],
    );
    return { place: { network, but }, members: within };
  });
}
