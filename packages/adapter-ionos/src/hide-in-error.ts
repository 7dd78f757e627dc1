import { hideInCause, type HideSecrets, type SecurityGroupError } from "@secgroup/core";

/** The same error with nothing secret in what it says, in what the vendor said, and in its causes. */
export function hideInError(error: SecurityGroupError, hide: HideSecrets): SecurityGroupError {
  const { message, hint, vendor, cause } = error;
  return error.with({
    message: hide(message),
    hint: hint && hide(hint),
    vendor: vendor && {
      ...vendor,
      request: vendor.request && hide(vendor.request),
      code: vendor.code && hide(vendor.code),
      message: vendor.message && hide(vendor.message),
    },
    cause: hideInCause(cause, hide),
  });
}
