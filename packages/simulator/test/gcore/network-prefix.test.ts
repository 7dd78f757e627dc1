import { describe, expect, it } from "vitest";
import { readNetworkPrefix } from "../../src/gcore/network-prefix.ts";

describe("reading a network", () => {
  it.each([
    ["1.2.3.4", "1.2.3.4/32"],
    ["10.0.0.0/8", "10.0.0.0/8"],
    ["0.0.0.0/0", "0.0.0.0/0"],
    ["255.255.255.255/32", "255.255.255.255/32"],
    ["2001:DB8::0001", "2001:db8::1/128"],
    ["2001:0db8:0000:0000:0000:0000:0000:0000/32", "2001:db8::/32"],
    ["0:0:0:0:0:0:0:0/0", "::/0"],
    ["2001:db8:0:0:1:0:0:0/80", "2001:db8:0:0:1::/80"],
    ["::ffff:1.2.3.4", "::ffff:102:304/128"],
  ])("spells %s as %s", (text, wanted) => {
    expect(readNetworkPrefix(text)).toMatchObject({ text: wanted, masked: wanted, hasHostBits: false });
    expect(readNetworkPrefix(wanted)?.text).toBe(wanted);
  });

  it.each([
    ["10.0.0.1/8", "10.0.0.0/8"],
    ["192.168.1.255/31", "192.168.1.254/31"],
    ["1.2.3.4/0", "0.0.0.0/0"],
    ["2001:db8::1/64", "2001:db8::/64"],
    ["2001:db8:ffff:ffff::/47", "2001:db8:fffe::/47"],
    ["::1/0", "::/0"],
  ])("sees the host bits of %s and masks them to %s", (text, masked) => {
    expect(readNetworkPrefix(text)).toMatchObject({ hasHostBits: true, masked });
  });

  it.each(["", "10.0.0.0/33", "10.0.0/8", "010.0.0.1", "::/129", "fe80::1%eth0", "10.0.0.0/", "10.0.0.0/8/8", "host"])(
    "reads nothing from %j",
    (text) => expect(readNetworkPrefix(text)).toBeUndefined(),
  );
});
