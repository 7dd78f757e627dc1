/** What is said while an apply that goes on looks at what the one before it had sent. */
export const lookingForSent = "waiting until what was sent shows";
