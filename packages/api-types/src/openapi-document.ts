/**
 * The shape of the OpenAPI documents in `@secgroup/api-types/ionos-document` and `@secgroup/api-types/gcore-document`.
 *
 * @packageDocumentation
 */

/** An OpenAPI 3.1 document as data, for consumers that validate requests or answers against it. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly [field: string]: unknown };
  readonly servers: readonly { readonly url: string; readonly [field: string]: unknown }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly [field: string]: unknown;
}
