/** What tasks, read one by one or as a list, leave open. */
export const taskQuirks = {
  taskExecution: {
    values: ["parallel", "serial-per-group", "shuffled"],
    default: "parallel",
    fact: 'The guide "Asynchronous operations" does not say how several tasks go side by side, nor that they end in the order of their requests.',
    note: "`parallel`: all take the same time. `serial-per-group`: a task waits for those of its group that came before. `shuffled`: each takes between nothing and twice `runningMs`, drawn from `seed`.",
  },
  freshTask: {
    values: ["known", "404"],
    default: "known",
    fact: 'Neither "Get task" nor the guide "Asynchronous operations" says that an id can be read as soon as it was given out.',
    note: "404 for `lagMs` from the request on.",
  },
  taskList: {
    values: ["current", "late", "forbidden"],
    default: "current",
    fact: 'Neither "List tasks" nor the guide "Asynchronous operations" says how soon a task is listed, or what a key must be allowed for that.',
    note: "`late` shows the tasks as they were `lagMs` ago, without those that are newer. `forbidden` answers 403; a task is still read by its id.",
  },
  taskListOrder: {
    values: ["as-asked", "newest-first", "oldest-first", "shuffled"],
    default: "as-asked",
    fact: '"List tasks" orders by time of creation, in two parameters (`order_by`, and `sorting`, deprecated); how tasks of the same second are ordered is not told.',
    note: "Other values than the first pass over both parameters.",
  },
  taskData: {
    values: ["security_group_id", "group_id", "parameters", "null"],
    default: "security_group_id",
    fact: "The field `data` of a task has no schema: whether it names the group, and as what, is not told.",
    note: "The first two are the name of the group's id beside the parameters of the request.",
  },
  createdByUpdate: {
    values: ["listed", "empty", "null"],
    default: "listed",
    fact: "`created_resources` of a task holds new ids; whether an update of a group lists the rules that it adds is not told.",
  },
} as const;
