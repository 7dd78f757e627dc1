/** What a change of a group that is there already leaves open. */
export const updateQuirks = {
  patchOrder: {
    values: ["add-first", "delete-first", "shuffled", "at-once"],
    default: "add-first",
    fact: '"Update security group" says that rules are added and removed, and not in which order its task does so, or whether in a single step.',
    note: "Where a rule collides with one that is about to go, `add-first` makes the task fail. `shuffled` adds and removes rule by rule, in an order drawn for each task (option `seed`). `at-once` does all in one step, or nothing.",
  },
  limitInsideTask: {
    values: ["final-set", "every-moment"],
    default: "final-set",
    fact: '"Update security group" limits the list that is sent to 250 rules, and says nothing of what is in force on the way.',
    note: "`every-moment` makes a task fail that adds a rule to 250, though it is about to remove others.",
  },
  tasksPerPatch: {
    values: ["one", "one-per-field"],
    default: "one",
    fact: '"Update security group" answers with a list of tasks and does not say what each stands for; official clients follow only the first.',
    note: "The fields are name, description and rules. Tags change at once, without a task.",
  },
  ruleComparison: {
    values: ["normalized-with-description", "normalized", "as-stored", "literal"],
    default: "normalized-with-description",
    fact: '"Update security group": "the system compares the provided rules against the current state", without saying what makes two rules equal.',
    note: "`normalized` leaves the description out, as OpenStack Neutron does for duplicates. Both take all addresses and no prefix for the same; `as-stored` does not. `literal` compares what was sent with what is stored, letter by letter.",
  },
  comparisonTime: {
    values: ["in-task", "at-request"],
    default: "in-task",
    fact: '"Update security group" does not say whether the current state that it compares with is that of the request or that of the task.',
    note: "At the request: a rule that somebody adds before the task runs stays; one that somebody removes makes the task fail.",
  },
  partialFailure: {
    values: ["moves-kept", "undone", "additions-kept", "removals-kept"],
    default: "moves-kept",
    fact: 'The guide "Asynchronous operations" says that a task that ends in ERROR creates nothing, of tasks that create; of one that fails on its way through an update no document speaks.',
    note: "What stays: all that was done until then, nothing, only what was added, only what was removed. `undone` takes back name and description as well. What has been in force in the meantime is in the history.",
  },
  busyGroup: {
    values: ["accepted", "409"],
    default: "accepted",
    fact: "No operation says what becomes of a write to a group that a task is working on; official clients repeat a 409 as a lock that will open.",
    note: "Concerns update and deletion of the group, creation and deletion of its rules.",
  },
} as const;
