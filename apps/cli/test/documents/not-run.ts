/** Commands that no test can run, each kind with the reason; `findWrongCommand` looks at their words instead. The list is closed. */
interface NotRun {
  readonly command: RegExp;
  readonly reason: string;
}

export const notRun: readonly NotRun[] = [
  {
    command: /^(npx -y -p node@24 -p pnpm@12 )?pnpm /,
    reason: "works on this repository: a test of the tests would never end",
  },
  { command: /^(npm|npx) /, reason: "needs the registry, and what is not released yet" },
  {
    command: /^secgroup (ui|simulate)( |$)/,
    reason: "serves until it is interrupted; console.test.ts and simulate.test.ts run it",
  },
];
