import type { operations } from "@secgroup/api-types/gcore";

export type OperationId = keyof operations;

type Json<Message> = Message extends { readonly content: { readonly "application/json": infer Body } }
  ? Body
  : undefined;

/** A request that was found to fit its operation in the document. */
export interface OperationRequest<Id extends OperationId> {
  readonly path: operations[Id]["parameters"]["path"];
  readonly query: URLSearchParams;
  readonly body: Json<NonNullable<operations[Id]["requestBody"]>>;
  readonly requestId: string;
}

/** The body of the answer; undefined for an operation that answers with 204. */
export type OperationAnswer<Id extends OperationId> = operations[Id]["responses"] extends {
  readonly 200: infer Success;
}
  ? Json<Success>
  : undefined;

/** What each operation of the document does; an operation that is new in the document is a compile error. A refusal throws an `ApiError`. */
export type Handlers = { readonly [Id in OperationId]: (request: OperationRequest<Id>) => OperationAnswer<Id> };
