import type { JsonObject } from "./json-object.ts";

/** What an official SDK shows of an API whose vendor publishes no OpenAPI document. Types are in the SDK's own TypeScript. */
export interface SdkModels {
  readonly package: string;
  readonly version: string;
  readonly basePath: string;
  readonly operations: Readonly<Record<string, SdkOperation>>;
  /** Fields by model; a `?` after the name makes one optional. */
  readonly models: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly enums: Readonly<Record<string, readonly string[]>>;
  readonly additions: readonly SdkAddition[];
}

/** One operation as a vendor's SDK has it. */
export interface SdkOperation {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Name of the model that is sent. */
  readonly body?: string;
  /** Name of the model that a success brings. */
  readonly answer?: string;
}

/** What the vendor says elsewhere and TypeScript cannot express. */
export interface SdkAddition {
  /** `Model.field`, or `query name` for a parameter of that name in any operation. */
  readonly where: string;
  /** Keywords of JSON Schema, put over what the type gives. */
  readonly schema: JsonObject;
  readonly evidence: string;
}
