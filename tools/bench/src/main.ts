// Prints ratios measured in one run; the machine's speed cancels out. Nothing here fails for being slow.
import { benchAnswers } from "./bench-answers.ts";
import { benchCalls } from "./bench-calls.ts";
import { benchCommand } from "./bench-command.ts";
import { benchPlans } from "./bench-plans.ts";
import { benchWaits } from "./bench-waits.ts";
import { benchTraffic } from "./bench-traffic.ts";

const sections: Readonly<Record<string, () => void | Promise<void>>> = {
  answers: benchAnswers,
  traffic: benchTraffic,
  plans: benchPlans,
  calls: benchCalls,
  waits: benchWaits,
  command: benchCommand,
};

const asked = process.argv.slice(2);
for (const [name, run] of Object.entries(sections)) {
  if (asked.length === 0 || asked.includes(name)) await run();
}
