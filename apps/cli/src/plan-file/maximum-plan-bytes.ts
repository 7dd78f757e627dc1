/** A plan for tens of thousands of rules is far smaller; what is greater is no plan. */
export const maximumPlanBytes: number = 64 * 2 ** 20;
