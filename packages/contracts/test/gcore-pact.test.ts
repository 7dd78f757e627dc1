import { describePact } from "./pacts/describe-pact.ts";
import { gcorePact } from "./pacts/gcore/pact.ts";

describePact(gcorePact);
