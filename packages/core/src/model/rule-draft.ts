/**
 * A rule as a person or an adapter hands it in, before normalisation: any spelling, nothing checked.
 *
 * Absent and `null` mean the same: not said.
 */
export interface RuleDraft {
  /** `ingress` or `egress`, any case. */
  readonly direction: string;
  /** `IPv4` or `IPv6`, any case. */
  readonly ipVersion?: string | null | undefined;
  /** A keyword, an alias (`icmpv6`), a protocol number as text or number, or `any`; not said means any. */
  readonly protocol?: string | number | null | undefined;
  readonly ports?:
    | { readonly from?: number | null | undefined; readonly to?: number | null | undefined }
    | null
    | undefined;
  readonly icmp?:
    | { readonly type?: number | null | undefined; readonly code?: number | null | undefined }
    | null
    | undefined;
  /** An address, a CIDR or `any`; not said means any. */
  readonly remote?: string | null | undefined;
  /** The id of the group at the other end. Excludes `remote`. */
  readonly remoteGroup?: string | null | undefined;
  /** The name of the group at the other end, while its id is not known. Excludes `remote` and `remoteGroup`. */
  readonly remoteGroupName?: string | null | undefined;
  /** An address, a CIDR or `any`; not said means any. */
  readonly local?: string | null | undefined;
  readonly sourceMac?: string | null | undefined;
  readonly description?: string | null | undefined;
}
