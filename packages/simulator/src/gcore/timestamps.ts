/** As groups, rules, instances and ports bear it: offset without a colon, as in the examples of the group's schema. */
export const resourceTimestamp = (milliseconds: number): string => `${taskTimestamp(milliseconds)}+0000`;

/** As tasks bear it: without a zone, as in the samples of the guide "Asynchronous operations". */
export const taskTimestamp = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().slice(0, "2026-05-23T05:07:31".length);
