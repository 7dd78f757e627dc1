import type { Adapter, OrderSteps, Plan } from "@secgroup/core";

/** What is put to the test. The product itself changes nothing; a planted bug changes some of it. */
export interface Product {
  readonly adapter: (adapter: Adapter) => Adapter;
  /** By cloud; default the product's own. */
  readonly orderSteps?: Readonly<Record<"ionos" | "gcore", OrderSteps>>;
  readonly plan: (plan: Plan) => Plan;
}

export const product: Product = { adapter: (adapter) => adapter, plan: (plan) => plan };
