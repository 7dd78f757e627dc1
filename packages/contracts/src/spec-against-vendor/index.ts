export { compareWithSdkModels } from "./compare-with-sdk-models.ts";
export { compareWithVendorDocument } from "./compare-with-vendor-document.ts";
export { ionosSdkModels } from "./generated/ionos-sdk-models.ts";
export { readVendorDocument } from "./read-vendor-document.ts";
export type { JsonObject } from "./json-object.ts";
export type { SdkAddition, SdkModels, SdkOperation } from "./sdk-models.ts";
export type { SpecDifference } from "./spec-difference.ts";
