import type { Chapter } from "../chapter.ts";
import { changesRules } from "./changes-rules.ts";
import { limits } from "./limits.ts";
import { pages } from "./pages.ts";
import { readsGroups } from "./reads-groups.ts";
import { refusesWhatItCannotExpress } from "./refuses-what-it-cannot-express.ts";
import { reportsErrors } from "./reports-errors.ts";
import { secondRunIsQuiet } from "./second-run-is-quiet.ts";
import { sharesItsAccount } from "./shares-its-account.ts";
import { stopsWhenAborted } from "./stops-when-aborted.ts";
import { tellsWhatIsUnderWay } from "./tells-what-is-under-way.ts";
import { waitsForOperations } from "./waits-for-operations.ts";

/** The contract between the core and any adapter, in the order in which it is best met. */
export const chapters: readonly Chapter[] = [
  readsGroups,
  changesRules,
  secondRunIsQuiet,
  refusesWhatItCannotExpress,
  waitsForOperations,
  tellsWhatIsUnderWay,
  sharesItsAccount,
  stopsWhenAborted,
  reportsErrors,
  pages,
  limits,
];
