import type { ErrorPlace } from "../error/security-group-error.ts";
import type { Rule } from "./rule.ts";

/**
 * What must hold in every state that a plan leads through. `always`: every packet that one of `rules` matches is allowed.
 * `never`: no packet that one of `rules` matches, and none of `except`, is allowed.
 */
export interface Guardrail {
  readonly kind: "always" | "never";
  readonly rules: readonly Rule[];
  /** Empty for `always`. */
  readonly except: readonly Rule[];
  /** The keys of the groups that it is about; absent for all groups of the document. */
  readonly groups?: readonly string[] | undefined;
  readonly place?: ErrorPlace | undefined;
}
