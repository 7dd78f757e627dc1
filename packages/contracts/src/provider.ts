import { gcoreDocument } from "@secgroup/api-types/gcore-document";
import { ionosDocument } from "@secgroup/api-types/ionos-document";
import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";
import type { ProviderName } from "./check-report.ts";

/** One vendor: under which name pacts speak of it, and what its API promises. */
export interface Provider {
  readonly name: ProviderName;
  readonly title: string;
  /** The provider's name in pact files. */
  readonly pactName: string;
  readonly document: OpenApiDocument;
}

export const providers: readonly Provider[] = [
  { name: "ionos", title: "IONOS Cloud", pactName: "ionos-cloudapi", document: ionosDocument },
  { name: "gcore", title: "Gcore", pactName: "gcore-cloud-api", document: gcoreDocument },
];
