/** What Gcore's documents leave open; each answer is plausible, and a client has to be right under all of them. */
export interface GcoreQuirks {
  /**
   * What is done first inside the task of an update that adds and removes rules. Default `add-first`: a rule that collides with one
   * that is about to go makes the task fail. `shuffled` adds and removes rule by rule in an order that is drawn for each task (option
   * `seed`); a rule that collides with one that happens to be there still makes the task fail. "Update security group" says only that
   * rules will be added and removed.
   */
  readonly patchOrder: "add-first" | "delete-first" | "shuffled";
  /**
   * What the maximum of 250 rules is asked of. Default `final-set`: the rules that an update states. `every-moment` also asks it of
   * the rules in force whenever a task adds one to them, so that a task that has yet to remove others fails. "Update security group"
   * limits the list that is sent, and says nothing of what comes between.
   */
  readonly limitInsideTask: "final-set" | "every-moment";
  /**
   * How many tasks an update of several fields (name, description, rules) starts. Default `one`. "Update security group" answers
   * with a list of tasks and does not say what each stands for.
   */
  readonly tasksPerPatch: "one" | "one-per-field";
  /**
   * When a rule in an update is the same as a stored one. Default `normalized-with-description`: what is left after normalisation,
   * description included. `normalized` leaves the description out, as OpenStack Neutron does for duplicates. `literal` compares
   * the fields as sent with the fields as stored. "Update security group" says "the system compares the provided rules against the
   * current state" and no more.
   */
  readonly ruleComparison: "normalized" | "normalized-with-description" | "literal";
  /**
   * What happens to a prefix such as 10.0.0.1/8. Default `rejected`, as Pydantic's strict networks do; the schema of
   * `remote_ip_prefix` names only the format `ipvanynetwork`.
   */
  readonly hostBits: "rejected" | "masked";
}

/** How the simulated Gcore Cloud behaves; everything has a default. */
export interface GcoreOptions {
  /** The one key that is accepted, as `Authorization: APIKey <key>`; default `simulator-key`. */
  readonly apiKey?: string;
  /** Milliseconds that a task stays NEW; default 500. */
  readonly newMs?: number;
  /** Milliseconds that a task stays RUNNING after that; default 1500. */
  readonly runningMs?: number;
  /** What orders that are to be random are drawn from; the same seed gives the same orders. Default 1. */
  readonly seed?: number;
  readonly quirks?: Partial<GcoreQuirks>;
}

export const defaultQuirks: GcoreQuirks = {
  patchOrder: "add-first",
  limitInsideTask: "final-set",
  tasksPerPatch: "one",
  ruleComparison: "normalized-with-description",
  hostBits: "rejected",
};
