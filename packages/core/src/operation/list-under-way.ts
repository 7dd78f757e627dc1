import type { Adapter } from "../adapter/adapter.ts";
import { SecurityGroupError } from "../error/security-group-error.ts";
import type { Operation } from "./operation.ts";
import { retryRead, type RetryOptions } from "./retry-call.ts";

/** How operations of a target are listed. */
export interface ListOptions extends RetryOptions {
  /**
   * Whether it is enough to go on when the cloud does not let its operations be listed. Default false: that is thrown. To begin something, what stands is compared
   * with what it was planned for in any case; to find out what became of a lost write there is no other way.
   */
  readonly isOptional?: boolean | undefined;
}

/** What the cloud is at work on in a target, whoever began it. */
export async function listUnderWay(adapter: Adapter, options: ListOptions): Promise<readonly Operation[]> {
  try {
    return await retryRead(() => adapter.listOperations(options.signal), options);
  } catch (error) {
    if (options.isOptional && SecurityGroupError.is(error) && error.code === "forbidden") return [];
    throw error;
  }
}
