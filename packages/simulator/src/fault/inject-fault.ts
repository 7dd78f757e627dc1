import type { Fetch } from "../delay-fetch.ts";
import { cloudOf } from "../vendor-answer.ts";
import type { VirtualTime } from "../virtual-time.ts";
import type { Fault, Moment } from "./fault.ts";
import type { FaultyClouds } from "./faulty-clouds.ts";
import { cutBody, networkError, pageFor, refuseAt } from "./faulty-answer.ts";
import type { FreshOperations } from "./fresh-operations.ts";
import type { ThirdParty } from "./third-party.ts";

/** What faults are made with. */
export interface FaultTools {
  readonly clouds: FaultyClouds;
  readonly time: Pick<VirtualTime, "steadyNow" | "sleep" | "jump">;
  readonly thirdParty: ThirdParty;
  readonly fresh: FreshOperations;
  readonly abort: () => void;
  /** Tells what a fault did, for the story. */
  readonly note: (text: string) => void;
}

/** Sends one request on its way, `send`, under one fault. */
export async function injectFault(fault: Fault, request: Request, send: Fetch, tools: FaultTools): Promise<Response> {
  const { clouds, time, note } = tools;
  const cloud = cloudOf(new URL(request.url).pathname);
  const doAt = async (when: Moment, deed: () => void): Promise<Response> => {
    if (when === "before") deed();
    const response = await send(request);
    if (when === "after") deed();
    return response;
  };

  switch (fault.fault) {
    case "refused":
      throw networkError("ECONNREFUSED");
    case "reset-before":
      throw networkError("ECONNRESET");
    case "reset-after":
      await send(request);
      throw networkError("ECONNRESET");
    case "truncated-body":
      return cutBody(await send(request), "ended");
    case "broken-body":
      return cutBody(await send(request), "broken");
    case "not-json":
      return pageFor(await send(request));
    case "slow": {
      const response = await send(request);
      await time.sleep(fault.seconds * 1000, request.signal);
      return response;
    }
    case "operation-failed": {
      const message = `The operation was made to fail ${fault.how}`;
      if (cloud === "ionos") clouds.ionos.failNextRequest(message, fault.how);
      else clouds.gcore.failNextTask(message, fault.how);
      return send(request);
    }
    case "operation-stuck":
      if (cloud === "ionos") clouds.ionos.stickNextRequest();
      else clouds.gcore.stickNextTask();
      return send(request);
    case "fresh-404": {
      const response = await send(request);
      if (response.ok) await tools.fresh.hide(response, time.steadyNow() + fault.seconds * 1000);
      return response;
    }
    case "edits-rule":
    case "adds-rule":
    case "deletes-rule":
    case "deletes-group":
      return doAt(fault.when, () => note(tools.thirdParty(fault)));
    case "clock-jump":
      time.jump(fault.hours * 3_600_000);
      return send(request);
    case "abort":
      return doAt(fault.when, tools.abort);
    case "status-408":
    case "status-500":
    case "status-502":
    case "status-503":
    case "status-504":
      if (fault.when === "after") await send(request);
      break;
    case "status-409":
    case "status-423":
    case "status-429":
      break;
  }
  const status = Number(fault.fault.slice("status-".length));
  return refuseAt(time.steadyNow(), cloud, status, { retryAfter: fault.retryAfter, message: `Injected ${status}` });
}
