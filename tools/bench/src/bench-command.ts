import { fileURLToPath } from "node:url";
import { measureCommands } from "./measure-command.ts";
import { ratio } from "./ratio.ts";

/** Starting the command, against starting Node. */
export function benchCommand(): void {
  const command = fileURLToPath(new URL("../../../apps/cli/bin/secgroup.js", import.meta.url));
  const [bare = 0, version = 0] = measureCommands([
    ["-e", "0"],
    [command, "--version"],
  ]);
  console.log(`\nsecgroup --version against node -e 0 (aim: <= 1.5) ${ratio(version / bare)}`);
}
