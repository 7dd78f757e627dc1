/** What is said once somebody wants to stop. */
export const stopping = "stopping; press Ctrl-C again to leave at once";

/** What is said by a second Ctrl-C while an apply may have sent something. */
export const left =
  "left at once; what was sent may still take effect: `secgroup apply --resume` awaits it and goes on";
