/** The services that every document knows; https is HTTP over TLS on TCP, and does not include QUIC (udp/443). */
export const builtInServices: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    ssh: ["tcp/22"],
    http: ["tcp/80"],
    https: ["tcp/443"],
    dns: ["tcp/53", "udp/53"],
    ntp: ["udp/123"],
    rdp: ["tcp/3389", "udp/3389"],
    smtp: ["tcp/25"],
    postgres: ["tcp/5432"],
    mysql: ["tcp/3306"],
    redis: ["tcp/6379"],
    // Echo request of both versions of the protocol.
    ping: ["icmp/8", "ipv6-icmp/128"],
  }),
);
