export { hasPassed, type CheckedCase, type CheckName, type CheckReport, type ProviderName } from "./check-report.ts";
export { reportJson } from "./report/report-json.ts";
export { reportJunit } from "./report/report-junit.ts";
export { reportText } from "./report/report-text.ts";
export {
  compareWithSdkModels,
  compareWithVendorDocument,
  readVendorDocument,
  type JsonObject,
  type SdkAddition,
  type SdkModels,
  type SdkOperation,
  type SpecDifference,
} from "./spec-against-vendor/index.ts";
export { verify, type VerifyOptions } from "./verify.ts";
