import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";

// The library's own declarations cannot be resolved by Node's rules for ES modules (imports without endings). What is used:
declare module "@pactflow/openapi-pact-comparator" {
  export class Comparator {
    constructor(options: { readonly oas: OpenApiDocument });
    compare(pact: unknown): AsyncGenerator<ComparatorResult>;
  }
}

/** One remark of the comparator; the location begins with `[root].interactions[index].` */
export interface ComparatorResult {
  readonly code: string;
  readonly type: "error" | "warning" | "info";
  readonly message: string;
  readonly mockDetails?: {
    readonly interactionDescription?: string | null;
    readonly location: string;
    readonly value: unknown;
  };
}

export { Comparator } from "@pactflow/openapi-pact-comparator";
