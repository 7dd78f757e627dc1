/** What is open about writes on their way: how they are taken, worked on, told, and what one that fails leaves behind. */
export const requestQuirks = {
  rulePostStatus: {
    values: [200, 202],
    default: 202,
    fact: "The API reference lists 200 for an accepted rule, the how-to page 'Create rules' shows 202 (operation datacentersSecuritygroupsFirewallrulesPost).",
  },
  locationHeader: {
    values: ["always", "as-documented", "as-relied-on", "never"],
    default: "always",
    fact: "The API reference lists Location for all writes but the POST of a group and the DELETE of a rule; the vendor's Terraform provider relies on it for all but the PATCH of a group and the PUT of a rule, which it does not use.",
  },
  execution: {
    values: ["serial-per-datacenter", "serial-per-group", "parallel"],
    default: "serial-per-datacenter",
    fact: "The text of the state BUSY says that following requests will be queued, without saying behind which (schema DatacenterElementMetadata).",
  },
  parallelOrder: {
    values: ["as-sent", "shuffled"],
    default: "as-sent",
    fact: "No document says how long a request takes, or that requests which are worked on at once end in the order in which they were sent.",
    note: "With shuffled each takes between nothing and twice runningMs, drawn from seed; of an execution that is not parallel it changes nothing.",
  },
  writesWhileBusy: {
    values: ["queued", "409", "422", "423"],
    default: "queued",
    fact: "Requests to a BUSY object are said to be queued; for other resources of the same API refusals because of a pending change are known (schema DatacenterElementMetadata, field state).",
    note: "What counts as busy is for busyScope to say.",
  },
  writesWhileLeaving: {
    values: ["queued", "404", "422"],
    default: "queued",
    fact: "What becomes of a write to a group or rule whose deletion is pending is not said; of another resource of the same API a 422 is known that says it is marked for deletion.",
    note: "When queued, the request ends FAILED once the object is gone.",
  },
  failedRequest: {
    values: ["nothing", "as-wanted", "marked-failed"],
    default: "nothing",
    fact: "No document says what a request that ends FAILED leaves behind (operation requestsStatusGet).",
    note: "as-wanted has done all of its work; marked-failed leaves its group in the state FAILED: a new one without rules, another one as it was.",
  },
  requestStatusId: {
    values: ["with-suffix", "bare"],
    default: "with-suffix",
    fact: "The form of the id of a request's status is not described (schema RequestStatus).",
  },
  freshRequests: {
    values: ["known", "404"],
    default: "known",
    fact: "The vendor's tools retry reads that answer 404 right after a write; whether that can happen to the request itself is not said (operations requestsStatusGet and requestsFindById).",
    note: "404 holds for lagMs from when the write was taken.",
  },
  requestList: {
    values: ["all", "own", "403", "lagging"],
    default: "all",
    fact: "Whose requests are listed, to whom, and how soon, is not said (operation requestsGet).",
    note: "own lists those that were sent with the same kind of credentials, Bearer or Basic; lagging lists a request lagMs after it was taken.",
  },
  requestListOrder: {
    values: ["newest-first", "oldest-first"],
    default: "newest-first",
    fact: "No order of the list is named (operation requestsGet).",
  },
  requestListDepth: {
    values: [2, 1, 3, "never"],
    default: 2,
    fact: "The text of depth counts levels without naming them, so that it is open from which one the list tells the status of requests (operation requestsGet).",
    note: "Below it, and for never at any depth, the status is a reference.",
  },
  filterTimes: {
    values: ["UTC", "UTC+2"],
    default: "UTC",
    fact: "filter.createdAfter and filter.createdBefore are written without a time zone, and none is named (operation requestsGet).",
  },
  retryAfter: {
    values: ["as-asked", "absent"],
    default: "as-asked",
    fact: "The vendor's SDKs read Retry-After from a 429; no document promises that it is always sent.",
    note: "With absent no 429 that is asked for has the header. Limits of calls have an option of their own for it.",
  },
} as const;
