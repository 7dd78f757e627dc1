import { SecurityGroupError } from "@secgroup/core";
import { InvalidDocumentError } from "@secgroup/config";

/** Every single error that one error stands for: the problems of a document, what was found together, or itself. */
export function listErrors(error: SecurityGroupError): readonly SecurityGroupError[] {
  if (error instanceof InvalidDocumentError) {
    return error.problems.map(({ message, place }) => new SecurityGroupError(error.code, message, { place }));
  }
  return error.related.length === 0
    ? [error]
    : error.related.flatMap((other) => (other === error ? [other] : listErrors(other)));
}
