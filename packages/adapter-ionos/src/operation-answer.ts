import type {
  DatacenterElementMetadata,
  Request,
  RequestMetadata,
  RequestProperties,
  RequestStatus,
  RequestStatusMetadata,
  SecurityGroup,
  SecurityGroupEntities,
} from "@secgroup/api-types/ionos";
import * as z from "zod";
import {
  collection,
  id,
  page,
  type Collection,
  type Fields,
  type Optional,
  type Page,
  type Schema,
} from "./answer-schema.ts";

/** What is taken of the answer to a write: since when the object is as it is. */
export interface Written {
  readonly metadata?: Optional<{
    readonly createdDate?: Optional<string>;
    readonly lastModifiedDate?: Optional<string>;
  }>;
}

const times = {
  metadata: z.nullish(
    z.object({
      createdDate: z.nullish(z.string()),
      lastModifiedDate: z.nullish(z.string()),
    } satisfies Fields<DatacenterElementMetadata>),
  ),
};

/** The answer to a POST, of which the new id is needed. */
export const createdAnswer: Schema<Written & { readonly id: string }> = z.object({ id, ...times });

/** The answer to any other write, of which nothing is needed: it may be empty, or whatever else is JSON. */
export const writtenAnswer: Schema<Written> = z.object(times).catch({});

interface StateAnswer {
  readonly metadata: { readonly state: string };
}

const stateMetadata = z.object({ state: z.string() } satisfies Fields<DatacenterElementMetadata>);

/** `GET` of a group or rule, for its state; the enumeration is open. */
export const stateAnswer: Schema<StateAnswer> = z.object({ metadata: stateMetadata });

/** A group's state and, as far as the depth tells them, its rules'. */
export interface GroupStates extends StateAnswer {
  readonly id: string;
  readonly entities?: Optional<{ readonly rules?: Optional<Collection<RuleState>> }>;
}

/** A rule's state; a reference has none. */
export interface RuleState {
  readonly id: string;
  readonly metadata?: Optional<{ readonly state?: Optional<string> }>;
}

const ruleState = z.object({ id, metadata: z.nullish(z.object({ state: z.nullish(z.string()) })) });

/** `GET …/securitygroups/{id}`, for the states. */
export const groupStates: Schema<GroupStates> = z.object({
  id,
  metadata: stateMetadata,
  entities: z.nullish(z.object({ rules: z.nullish(collection(ruleState)) } satisfies Fields<SecurityGroupEntities>)),
} satisfies Fields<SecurityGroup>);

/** `GET …/securitygroups`, for the states. */
export const groupStatesPage: Schema<Page<GroupStates>> = page(groupStates);

/** `GET /requests/{id}/status`; the enumeration is open. */
export const requestStatusAnswer: Schema<{
  readonly metadata: { readonly status: string; readonly message?: Optional<string> };
}> = z.object({
  metadata: z.object({ status: z.string(), message: z.nullish(z.string()) } satisfies Fields<RequestStatusMetadata>),
});

/** One request of the list, as far as the depth tells it. */
export interface RequestAnswer {
  readonly id: string;
  readonly metadata?: Optional<{
    readonly createdDate?: Optional<string>;
    readonly requestStatus?: Optional<{
      readonly metadata?: Optional<{ readonly status?: Optional<string>; readonly message?: Optional<string> }>;
    }>;
  }>;
  readonly properties?: Optional<{ readonly url?: Optional<string> }>;
}

const listedStatus = z.object({
  status: z.nullish(z.string()),
  message: z.nullish(z.string()),
} satisfies Fields<RequestStatusMetadata>);

/** `GET /requests` at depth 2. */
export const requestsPage: Schema<Page<RequestAnswer>> = page(
  z.object({
    id,
    metadata: z.nullish(
      z.object({
        createdDate: z.nullish(z.string()),
        requestStatus: z.nullish(z.object({ metadata: z.nullish(listedStatus) } satisfies Fields<RequestStatus>)),
      } satisfies Fields<RequestMetadata>),
    ),
    properties: z.nullish(z.object({ url: z.nullish(z.string()) } satisfies Fields<RequestProperties>)),
  } satisfies Fields<Request>),
);
