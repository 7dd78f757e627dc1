import { Hono } from "hono";
import { createGcoreCloud } from "./gcore/gcore-cloud.ts";
import type { GcoreCloud } from "./gcore/gcore-handle.ts";
import type { GcoreOptions } from "./gcore/gcore-options.ts";
import type { Fetch } from "./delay-fetch.ts";
import { createHistory, type GroupHistoryEntry } from "./history.ts";
import { createIonosCloud } from "./ionos/ionos-cloud.ts";
import type { IonosCloud } from "./ionos/ionos-handle.ts";
import type { IonosOptions } from "./ionos/ionos-options.ts";
import {
  createRateLimit,
  type RateLimit,
  type RateLimitCount,
  type RateLimitOptions,
} from "./rate-limit/rate-limit.ts";
import { readRecordedBody, type RecordedRequest } from "./recorded-request.ts";
import { httpDate, type CloudName } from "./vendor-answer.ts";

/** How the simulated clouds behave; everything has a default. */
export interface SimulatorOptions {
  /** Milliseconds since the epoch; default Date.now. The simulator never sleeps: each request first brings its state up to now. */
  readonly now?: () => number;
  readonly ionos?: IonosOptions;
  readonly gcore?: GcoreOptions;
  /** Limits of the calls to a cloud, which then answers 429 by itself. Default: none. */
  readonly rateLimits?: Partial<Readonly<Record<CloudName, RateLimitOptions>>>;
}

/** IONOS Cloud and Gcore Cloud, as far as they concern security groups. */
export interface Simulator {
  /**
   * Both clouds at the vendors' own paths (`/cloudapi/v6/…`, `/cloud/v1/…`, `/cloud/v2/…`), whatever the host, and
   * `GET /_simulator/history/{groupId}`, which answers with what `history` returns. Fits where a client takes a `fetch`.
   */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly ionos: IonosCloud;
  readonly gcore: GcoreCloud;
  /** Every state that was in force for the group, oldest first, from its creation to its end. */
  history(groupId: string): readonly GroupHistoryEntry[];
  /** What the limit of the calls to a cloud did; undefined without one. */
  rateLimitCount(cloud: CloudName): RateLimitCount | undefined;
  /** Every request to one of the clouds, refused ones included, in the order in which they were answered. */
  readonly requests: readonly RecordedRequest[];
}

/** Both clouds, without datacenters, projects or groups: `ionos.addDatacenter` and `gcore.addProject` make room for groups. Keeps everything in memory. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const now = options.now ?? Date.now;
  const history = createHistory();
  const recordHistory = (groupId: string, entry: GroupHistoryEntry): void => history.record(groupId, entry);
  const ionos = createIonosCloud({ ...options.ionos, now, recordHistory });
  const gcore = createGcoreCloud({ ...options.gcore, now, recordHistory });
  const requests: RecordedRequest[] = [];

  const readHistory = (groupId: string): readonly GroupHistoryEntry[] => {
    ionos.advance();
    gcore.advance();
    return history.of(groupId);
  };

  const limitOf = (name: CloudName): RateLimit | undefined => {
    const limit = options.rateLimits?.[name];
    return limit && createRateLimit(name, limit, now);
  };
  const limits = { ionos: limitOf("ionos"), gcore: limitOf("gcore") };
  const limited = (name: CloudName, { app }: { readonly app: Hono }): Fetch => {
    const cloud: Fetch = async (request) => app.fetch(request);
    return limits[name]?.limit(cloud) ?? cloud;
  };
  const clouds = { ionos: limited("ionos", ionos), gcore: limited("gcore", gcore) };

  const record = async (request: Request, cloud: Fetch): Promise<Response> => {
    const at = now();
    const { method, url } = request;
    const { pathname, search } = new URL(url);
    const text = await request.clone().text();
    const response = await cloud(request);
    // As servers do; on the cloud's own clock, which clients may count dates in other headers from.
    response.headers.set("Date", httpDate(now()));
    requests.push({ at, method, path: `${pathname}${search}`, status: response.status, body: readRecordedBody(text) });
    return response;
  };

  const app = new Hono()
    .get("/_simulator/history/:groupId", (context) => context.json(readHistory(context.req.param("groupId"))))
    .all("/cloudapi/v6/*", (context) => record(context.req.raw, clouds.ionos))
    .all("/cloud/*", (context) => record(context.req.raw, clouds.gcore))
    .notFound((context) =>
      context.json(
        { message: "Neither IONOS (/cloudapi/v6/...) nor Gcore (/cloud/v1/..., /cloud/v2/...) has this path." },
        404,
      ),
    );

  return {
    fetch: async (request) => app.fetch(request),
    ionos: ionos.cloud,
    gcore: gcore.cloud,
    history: readHistory,
    rateLimitCount: (cloud) => limits[cloud]?.count(),
    requests,
  };
}
