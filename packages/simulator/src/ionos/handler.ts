import type { operations } from "@secgroup/api-types/ionos";

export type OperationId = keyof operations;

type BodyOf<Id extends OperationId> = operations[Id] extends {
  requestBody: { content: { "application/json": infer Body } };
}
  ? Body
  : undefined;

/** What is told of a call whatever its operation. */
export interface CallSource {
  readonly method: string;
  readonly url: URL;
  /** The body as it was sent. */
  readonly text: string;
  /** The scheme of the credentials, such as `bearer`. */
  readonly credentials: string;
}

/** A call that was checked against the API's document. */
export interface Call<Id extends OperationId> extends CallSource {
  readonly path: operations[Id]["parameters"]["path"];
  /** Depth, offset and limit are there with their defaults where the operation has them. */
  readonly query: NonNullable<operations[Id]["parameters"]["query"]>;
  readonly body: BodyOf<Id>;
}

export interface Answer {
  readonly status: 200 | 202;
  /** None for undefined. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One function for each operation of the document. */
export type Handlers = { readonly [Id in OperationId]: (call: Call<Id>) => Answer };
