import { createAccount, type Account, type Adapter } from "@secgroup/core";
import type { AdapterUnderTest, Backend } from "./backend.ts";
import type { Chapter, Check, Subject } from "./chapter.ts";
import { chapters as allChapters } from "./chapters/index.ts";
import { equal } from "./expect.ts";
import { Tally } from "./tally.ts";

/** A chapter with its checks for one adapter. */
export interface SuiteChapter {
  readonly title: string;
  readonly checks: readonly Check[];
}

/** Everything that is asked of one adapter, as data. */
export interface Suite {
  readonly chapters: readonly SuiteChapter[];
  /** Must run last: fails when a check did not run, or when the capabilities imply something that none has exercised. */
  readonly count: Check;
}

/** Lists the checks for an adapter: which there are follows from the capabilities that it declares. */
export function buildSuite<Cloud extends Backend>(
  { backend, adapter }: AdapterUnderTest<Cloud>,
  chapters: readonly Chapter[] = allChapters,
): Suite {
  const tally = new Tally();
  const example = backend();
  const accountOf = ({ clock }: Backend): Account => createAccount({ clock });
  const { capabilities } = adapter(example, accountOf(example));
  const { signal } = new AbortController();
  const subject: Subject = {
    capabilities,
    isSynchronous: example.isSynchronous ?? false,
    isInProcess: example.isInProcess ?? false,
    tally,
    newWorld() {
      const cloud = backend();
      const connect = (account: Account = accountOf(cloud)): Adapter => adapter(cloud, account);
      return { backend: cloud, adapter: connect(), connect, signal };
    },
  };
  const ran = new Map(chapters.map(({ title }) => [title, 0]));
  const counted = chapters.map(({ title, checks }): SuiteChapter => {
    const count = ({ name, run }: Check): Check => ({
      name,
      run: () => {
        ran.set(title, (ran.get(title) ?? 0) + 1);
        return run();
      },
    });
    return { title, checks: checks(subject).map(count) };
  });
  const sizes = counted.map(({ title, checks }) => `${title} ${checks.length}`).join(", ");
  const count: Check = {
    name: `ran every check that the capabilities imply: ${sizes}`,
    async run() {
      equal(
        "checks that ran",
        Object.fromEntries(ran),
        Object.fromEntries(counted.map(({ title, checks }) => [title, checks.length])),
      );
      equal("what the capabilities imply and nothing has exercised", tally.missing(capabilities), []);
    },
  };
  return { chapters: counted, count };
}
