/** What is said once somebody wants to stop. */
export const stopping = "stopping; press Ctrl-C again to leave at once";
