import { SecurityGroupError, type ErrorCode } from "@secgroup/core";
import type { operations } from "@secgroup/api-types/ionos";
import { requestsPage, type RequestAnswer } from "./operation-answer.ts";
import type { IonosClient } from "./ionos-client.ts";
import { readPages } from "./read-pages.ts";

/** 402, 403; 404; 400, 405, 415, 422: asking again would not help. */
const refusals: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["forbidden", "not-found", "rejected"]);

/** Filters of the list (CloudAPI v6, operation requestsGet), those that work at any depth. */
export type RequestFilter = Pick<
  NonNullable<operations["requestsGet"]["parameters"]["query"]>,
  "filter.status" | "filter.createdAfter"
>;

/**
 * The account's requests, page after page until `isEnough` says so of what was found; `undefined` for good once the cloud has
 * refused the list to this account. The order of the list is not documented.
 */
export type ListRequests = (
  filter: RequestFilter,
  isEnough: (found: ReadonlyMap<string, RequestAnswer>) => boolean,
  signal: AbortSignal,
) => Promise<ReadonlyMap<string, RequestAnswer> | undefined>;

export function createRequestList(client: IonosClient): ListRequests {
  let isRefused = false;
  return async (filter, isEnough, signal) => {
    if (isRefused) return undefined;
    try {
      return await readPages(async (page) => {
        // At depth 2 a request tells its status and what was sent.
        const query = { ...filter, depth: 2, ...page, pretty: false };
        const { body } = await client.send(requestsPage, signal, (api, options) =>
          api.GET("/requests", { ...options, params: { query } }),
        );
        return body;
      }, isEnough);
    } catch (error) {
      if (!SecurityGroupError.is(error) || !refusals.has(error.code)) throw error;
      isRefused = true;
      return undefined;
    }
  };
}
