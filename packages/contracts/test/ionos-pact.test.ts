import { describePact } from "./pacts/describe-pact.ts";
import { ionosPact } from "./pacts/ionos/pact.ts";

describePact(ionosPact);
