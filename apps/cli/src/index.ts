export { main, type OpenContext } from "./main.ts";
export type { Context, Environment, Fetch, Output } from "./context.ts";
export type { Choice, Questions } from "./questions/questions.ts";
