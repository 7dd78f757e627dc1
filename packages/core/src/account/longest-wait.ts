/** The longest that anything waits because a cloud asks for it, in milliseconds: one hour. Longer is a failure that lasts. */
export const longestWait: number = 3_600_000;
