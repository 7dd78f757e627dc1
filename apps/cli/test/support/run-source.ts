// The program as a process, from its sources.
import { start } from "../../src/start.ts";

await start();
