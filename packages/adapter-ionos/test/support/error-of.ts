import { SecurityGroupError } from "@secgroup/core";
import { expect } from "vitest";

/** What the call throws or rejects with, which must be one of ours. */
export async function errorOf(call: () => unknown): Promise<SecurityGroupError> {
  try {
    await call();
  } catch (error) {
    if (SecurityGroupError.is(error)) return error;
    throw error;
  }
  return expect.unreachable("the call did not fail");
}
