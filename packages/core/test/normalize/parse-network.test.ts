import { Address4, Address6 } from "ip-address";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatNetwork, hasHostBits, maskNetwork } from "../../src/normalize/format-network.ts";
import { parseNetwork } from "../../src/normalize/parse-network.ts";
import { networkText } from "../support/arbitrary-rule.ts";

const formatted = (text: string): string | undefined => {
  const parsed = parseNetwork(text);
  return parsed && formatNetwork(parsed);
};

describe("parseNetwork", () => {
  it.each([
    ["10.0.0.7", "10.0.0.7/32"],
    ["0.0.0.0/0", "0.0.0.0/0"],
    ["255.255.255.255/32", "255.255.255.255/32"],
    ["2001:DB8::0001", "2001:db8::1/128"],
    ["::", "::/128"],
    ["::/0", "::/0"],
    ["1::", "1::/128"],
    ["::0.0.0.0", "::/128"],
    ["::1", "::1/128"],
    ["1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8/128"],
    ["1:0:0:4:0:0:0:8/64", "1:0:0:4::8/64"],
    ["1:0:3:4:5:6:7:8", "1:0:3:4:5:6:7:8/128"],
    ["::ffff:192.0.2.1", "::ffff:c000:201/128"],
    ["1:2:3:4:5:6:192.0.2.1/96", "1:2:3:4:5:6:c000:201/96"],
    ["1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0/128"],
    ["ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255/128", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128"],
  ])("reads %s as %s", (given, wanted) => {
    expect(formatted(given)).toBe(wanted);
  });

  it.each([
    "",
    "10.0.0",
    "10.0.0.0.1",
    "10.0.0.256",
    "010.0.0.1",
    "0x0a.0.0.1",
    "10.0.0.1 ",
    " 10.0.0.1",
    "10.0.0.1/33",
    "10.0.0.1/",
    "10.0.0.1/08",
    "10.0.0.1/-1",
    "10.0.0.1/8/8",
    "10.0.0.1/255.0.0.0",
    "167772161",
    "10..0.1",
    ".10.0.1",
    "::/129",
    ":::",
    "1::2::3",
    "::1::2",
    "1:::2",
    "@::",
    "`::",
    "1::2:3:4:5:6:7:192.0.2.1",
    "10.0.0.1000",
    "10.0.0.1/1000",
    ":1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4:5:6:7:8::",
    "1:2:3:4:5:6:7:",
    "12345::",
    "g::",
    "fe80::1%eth0",
    "::192.0.2",
    "1:2:3:4:5:6:7:192.0.2.1",
    "192.0.2.1::",
    "any",
    "١.0.0.1",
  ])("refuses %j", (text) => {
    expect(parseNetwork(text)).toBeUndefined();
  });

  it("agrees with an independent library on every well-formed address", () => {
    fc.assert(
      fc.property(fc.oneof(networkText("IPv4"), networkText("IPv6")), (text) => {
        const parsed = parseNetwork(text);
        expect(parsed).toBeDefined();
        if (parsed === undefined) return;
        const oracle = text.includes(":") ? new Address6(text) : new Address4(text);
        expect(formatNetwork(maskNetwork(parsed))).toBe(`${oracle.startAddress().correctForm()}/${oracle.subnetMask}`);
        expect(hasHostBits(parsed)).toBe(oracle.startAddress().correctForm() !== oracle.correctForm());
      }),
      { numRuns: 2_000 },
    );
  });

  it("accepts no text that the library refuses", () => {
    const mutated = fc
      .tuple(
        fc.oneof(networkText("IPv4"), networkText("IPv6")),
        fc.nat(),
        fc.constantFrom(..."0123456789abcdefgx:./% -".split(""), "::"),
      )
      .map(
        ([text, at, piece]) => text.slice(0, at % (text.length + 1)) + piece + text.slice((at % (text.length + 1)) + 1),
      );
    fc.assert(
      fc.property(mutated, (text) => {
        fc.pre(parseNetwork(text) !== undefined);
        expect(Address4.isValid(text) || Address6.isValid(text)).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  it("reads its own output back unchanged", () => {
    fc.assert(
      fc.property(fc.oneof(networkText("IPv4"), networkText("IPv6")), (text) => {
        const once = formatted(text);
        expect(once && formatted(once)).toBe(once);
      }),
    );
  });
});
