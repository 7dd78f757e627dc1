export { main, type OpenContext } from "./main.ts";
export type { Context, Environment, Fetch, Output } from "./context.ts";
export type { ApplyLine, ErrorLine, ReportLine } from "./render/apply-line.ts";
export type { ErrorJson, SingleErrorJson } from "./render/error-to-json.ts";
export type { ReportJson } from "./render/report-to-json.ts";
export type { Choice, Questions } from "./questions/questions.ts";
