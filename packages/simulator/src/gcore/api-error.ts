import type { components } from "@secgroup/api-types/gcore";
import type { AskedRefusalStatus } from "../asked-refusal.ts";

export type ErrorBody = components["schemas"]["Error"];

/** What an error says beyond its class and its message. */
export interface ErrorDetails {
  /** Per field of the request, what is wrong with it. */
  readonly invalidFields?: Readonly<Record<string, readonly string[]>>;
  readonly info?: Readonly<Record<string, unknown>>;
}

/** A refusal in Gcore's words; classes and envelope are those of the guide "Error handling". */
export class ApiError extends Error {
  readonly status: AskedRefusalStatus | 401 | 405;
  readonly exceptionClass: string;
  readonly details: ErrorDetails;

  constructor(status: ApiError["status"], exceptionClass: string, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.exceptionClass = exceptionClass;
    this.details = details;
  }

  toBody(requestId: string): ErrorBody {
    const { invalidFields, info } = this.details;
    const fields =
      invalidFields &&
      Object.entries(invalidFields).map(([field, messages]): [string, string[]] => [field, [...messages]]);
    return {
      exception_class: this.exceptionClass,
      message: this.message,
      request_id: requestId,
      ...(info && { info: { ...info } }),
      ...(fields && { invalid_fields: Object.fromEntries(fields) }),
    };
  }
}

/** A fault that the API lets pass: the task that is to do the work ends in ERROR over it. Where there is no task it is a conflict. */
export class TaskFault extends ApiError {
  constructor(message: string) {
    super(409, "ConflictError", message);
    this.name = "TaskFault";
  }
}

/** 400 with what is wrong per field; a field inside a list is named by its path, such as `rules.0.direction`. */
export function validationError(invalidFields: Readonly<Record<string, readonly string[]>>): ApiError {
  const message = Object.entries(invalidFields)
    .map(([field, messages]) => `${field}: ${messages.join(", ")}`)
    .join("; ");
  return new ApiError(400, "ValidationError", message, { invalidFields });
}

export const notFound = (message: string): ApiError => new ApiError(404, "NotFoundError", message);
export const conflict = (message: string): ApiError => new ApiError(409, "ConflictError", message);

/** The forms that a refusal can take where no document tells which. */
export type RefusalForm = "400" | "404" | "409" | "task-error";

/** The refusal in the form that a quirk gives it; `field` is what a ValidationError names. */
export function refusalAs(form: RefusalForm, field: string, message: string): ApiError {
  switch (form) {
    case "400":
      return validationError({ [field]: [message] });
    case "404":
      return notFound(message);
    case "409":
      return conflict(message);
    case "task-error":
      return new TaskFault(message);
  }
}
