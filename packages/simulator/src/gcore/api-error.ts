import type { components } from "@secgroup/api-types/gcore";

import type { AskedRefusalStatus } from "../asked-refusal.ts";

export type ErrorBody = components["schemas"]["Error"];

/** A refusal in Gcore's words; classes and envelope are those of the guide "Error handling". */
export class ApiError extends Error {
  readonly status: AskedRefusalStatus | 401 | 405;
  readonly exceptionClass: string;
  readonly invalidFields: Readonly<Record<string, readonly string[]>> | undefined;

  constructor(
    status: ApiError["status"],
    exceptionClass: string,
    message: string,
    invalidFields?: ApiError["invalidFields"],
  ) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.exceptionClass = exceptionClass;
    this.invalidFields = invalidFields;
  }

  toBody(requestId: string): ErrorBody {
    const fields =
      this.invalidFields &&
      Object.entries(this.invalidFields).map(([field, messages]): [string, string[]] => [field, [...messages]]);
    return {
      exception_class: this.exceptionClass,
      message: this.message,
      request_id: requestId,
      ...(fields && { invalid_fields: Object.fromEntries(fields) }),
    };
  }
}

/** 400 with what is wrong per field; a field inside a list is named by its path, such as `rules.0.direction`. */
export function validationError(invalidFields: Readonly<Record<string, readonly string[]>>): ApiError {
  const message = Object.entries(invalidFields)
    .map(([field, messages]) => `${field}: ${messages.join(", ")}`)
    .join("; ");
  return new ApiError(400, "ValidationError", message, invalidFields);
}

export const notFound = (message: string): ApiError => new ApiError(404, "NotFoundError", message);
export const conflict = (message: string): ApiError => new ApiError(409, "ConflictError", message);
