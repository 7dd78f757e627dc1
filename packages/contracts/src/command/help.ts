/** What `--help` prints. */
export const help = `secgroup-contracts verify [options]

Holds what clients say to the cloud APIs, what the APIs' documents promise, and what the simulator does to one another:
  pact against spec        every exchange of the pacts against the OpenAPI document, closed
  simulator against pact   every exchange replayed on the simulator
  spec against vendor      the document against what the vendor publishes
  live API                 the same reads against the API itself, when credentials are in the environment

Options
  --provider ionos|gcore   one vendor only
  --pacts DIR              your own pact files; default those of the secgroup adapters
  --spec FILE-OR-URL       another OpenAPI document for the vendor (needs --provider)
  --upstream FILE-OR-URL   the vendor's own OpenAPI document (Gcore)
  --base-url URL           another host for the live check (needs --provider)
  --write                  lets the live check write, in a group that it creates and deletes itself
  --json FILE              the report as JSON
  --junit FILE             the report as JUnit XML

Environment of the live check
  IONOS_TOKEN, or IONOS_USERNAME and IONOS_PASSWORD; IONOS_DATACENTER_ID
  GCORE_API_KEY, GCORE_CLOUD_PROJECT_ID, GCORE_CLOUD_REGION_ID

Exit code: 0 when all holds, 1 when something does not, 2 when it could not be run.
`;
