export { main, type OpenContext } from "./main.ts";
export type { Context, Fetch, Output } from "./context.ts";
