import type { OperationState } from "./operation.ts";

/** How an operation ended; `pending` when the deadline came first. */
export type Outcome =
  | Exclude<OperationState, { readonly status: "queued" | "running" }>
  | { readonly status: "pending" };
