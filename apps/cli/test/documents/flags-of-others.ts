/** Flags in the text that are of no command of `secgroup`. The list is closed. */
const others: readonly { readonly document: RegExp; readonly flags: readonly string[]; readonly reason: string }[] = [
  {
    document: /^SECURITY\.md$/,
    flags: [
      "--require",
      "--import",
      "--tls-min-v1.0",
      "--tls-cipher-list",
      "--tls-keylog",
      "--use-openssl-ca",
      "--use-system-ca",
    ],
    reason: "Node's, in NODE_OPTIONS",
  },
  {
    document: /^packages\/contracts\/README\.md$/,
    flags: ["--pacts", "--write"],
    reason: "of secgroup-contracts",
  },
];

export const isFlagOfOthers = (document: string, flag: string): boolean =>
  others.some((kind) => kind.document.test(document) && kind.flags.includes(flag));
