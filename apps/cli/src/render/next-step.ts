import type { ErrorCode, SecurityGroupError } from "@secgroup/core";

const newPlan = "Make a new plan: it starts from what the clouds hold by then.";

/** What to do about each kind of error that does not say it better itself. */
const nextSteps: Readonly<Record<ErrorCode, string>> = {
  "invalid-document": "Correct the document there; `secgroup validate` checks it without any network.",
  unsupported: "Change it in the document, or place the group only on targets whose cloud can express it.",
  "limit-exceeded": "Ask for less, or ask the vendor to raise the limit; `secgroup doctor` shows what is in use.",
  "invalid-name": "Choose another name in the document.",
  "ambiguous-group": "Add the `id` of the group that is meant; `secgroup show` lists them.",
  "group-in-use": "Detach the group there, or remove the rules that refer to it, then try again.",
  "unlisted-rules": "List them, or set `unlistedRules: remove` or `keep`.",
  "provider-owned": "Set `unlistedRules: keep`, so that they stay, or manage another group.",
  "unreadable-rule": "Remove or correct the rule on the cloud; until then the group is not changed.",
  "unsafe-plan": "Look at the plan again with `secgroup plan`; `secgroup apply --help` tells which flag agrees to it.",
  "guardrail-broken": "Change the rules of the group, or the guardrail.",
  "stale-plan": newPlan,
  "invalid-plan": "Make the plan again with `secgroup plan --out`; a plan file is not edited by hand.",
  "missing-credentials": "Set the variables that are named; `secgroup doctor` checks them.",
  usage: "`--help` behind the command tells what it takes.",
  "journal-unusable": newPlan,
  unauthorized: "Check the credentials in the environment; `secgroup doctor` tells what is wrong with them.",
  forbidden: "Ask for the right at the vendor, or use other credentials; `secgroup doctor` checks them.",
  "not-found": "Check the ids in the document; `secgroup show` lists what stands there.",
  rejected: "The cloud does not take these values: change them in the document, then plan again.",
  conflict: "Somebody else is at work there. Wait until it has ended, then plan again.",
  "rate-limited": "Wait a while, then try again.",
  unavailable: "The cloud is out of order for now: try again later.",
  unreachable: "Check the network, then try again; `secgroup doctor` tells how far a request comes.",
  "unexpected-response": "Try again; if it stays, `secgroup doctor` tells whether the cloud can be talked to.",
  "operation-failed": newPlan,
  "operation-timeout": `It may still come to its end. ${newPlan}`,
  aborted: "Nothing more is sent; start again when you like.",
  "not-converged": newPlan,
};

/** Every kind of error there is. */
export const errorCodes: readonly string[] = Object.keys(nextSteps);

/** What to do next: what the error says itself, else what helps with its kind. */
export function nextStep({ code, hint }: Pick<SecurityGroupError, "code" | "hint">): string {
  return hint === undefined || hint === "" ? nextSteps[code] : hint;
}
