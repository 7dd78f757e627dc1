import { describePacket } from "../describe/describe-packet.ts";
import { SecurityGroupError } from "../error/security-group-error.ts";
import type { TargetPlan } from "../plan/plan.ts";

/** Throws `unsafe-plan` when a plan has steps of which it does not prove that they interrupt nothing. */
export function refuseUnproved({ target, unproved }: TargetPlan): void {
  const [first] = unproved;
  if (first === undefined) return;
  const step = `step ${first.step + 1} of wave ${first.wave + 1}`;
  const what =
    first.reason === "interrupts"
      ? `${step} may interrupt ${describePacket(first.packet)}`
      : `${step} may bring the group to ${first.rules} rules, the most is ${first.limit}`;
  const more = unproved.length > 1 ? `, and ${unproved.length - 1} more` : "";
  throw new SecurityGroupError("unsafe-plan", `the plan cannot promise that nothing is interrupted: ${what}${more}`, {
    hint: "Look at the plan again; if that may be, apply with --allow-interruption.",
    place: { target, group: first.group },
  });
}
