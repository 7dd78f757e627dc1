import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";
import { isDeepStrictEqual } from "node:util";
import { objectOf, type JsonObject } from "./json-object.ts";
import { isAnnotation } from "./resolve-reference.ts";
import { breakingDifference, type SpecDifference } from "./spec-difference.ts";

/** Servers of ours that the vendor does not name; only their origin counts here, paths are compared with the operations. */
export function compareServers(ours: OpenApiDocument, theirs: OpenApiDocument): readonly SpecDifference[] {
  return ours.servers.flatMap(({ url }) => {
    const origins = theirs.servers.map((server) => new URL(server.url, url).origin);
    return origins.includes(new URL(url).origin)
      ? []
      : [breakingDifference("servers", url, origins.join(", "), "we call a server that the vendor does not name")];
  });
}

/** Ways of ours to prove who calls that the vendor does not document. */
export function compareSecuritySchemes(ours: OpenApiDocument, theirs: OpenApiDocument): readonly SpecDifference[] {
  const schemesOf = ({ components }: OpenApiDocument): JsonObject => objectOf(components["securitySchemes"]);
  const known = Object.values(schemesOf(theirs)).map(structureOf);
  return Object.entries(schemesOf(ours)).flatMap(([name, scheme]) =>
    known.some((other) => isDeepStrictEqual(other, structureOf(scheme)))
      ? []
      : [
          breakingDifference(
            `security scheme ${name}`,
            JSON.stringify(structureOf(scheme)),
            known.map((other) => JSON.stringify(other)).join(", ") || "none",
            "we prove who we are in a way that the vendor does not document",
          ),
        ],
  );
}

const structureOf = (scheme: unknown): JsonObject =>
  Object.fromEntries(Object.entries(objectOf(scheme)).filter(([keyword]) => !isAnnotation(keyword)));
