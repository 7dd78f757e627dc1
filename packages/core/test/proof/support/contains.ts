/** Whether the network, in canonical text with its prefix length, contains the address; `false` across IP versions. */
export function contains(cidr: string, address: string): boolean {
  const [network = "", length = ""] = cidr.split("/");
  if (network.includes(":") !== address.includes(":")) return false;
  const hostBits = BigInt((address.includes(":") ? 128 : 32) - Number(length));
  return toNumber(network) >> hostBits === toNumber(address) >> hostBits;
}

function toNumber(address: string): bigint {
  if (!address.includes(":")) {
    return address.split(".").reduce((number, part) => number * 256n + BigInt(part), 0n);
  }
  const [left = [], right = []] = address.split("::").map((side) => side.split(":").filter((part) => part !== ""));
  const parts = [...left, ...Array.from({ length: 8 - left.length - right.length }, () => "0"), ...right];
  return parts.reduce((number, part) => number * 65_536n + BigInt(`0x${part}`), 0n);
}
