import { createAccount, type Account } from "@secgroup/core";
import { check, type Chapter, type Check, type Subject } from "../chapter.ts";
import { equal, rejects } from "../expect.ts";
import { callNames, prepareCalls } from "../port-calls.ts";
import { settlesSoon, soon } from "../settles-soon.ts";
import { watchedAccount } from "../watched-account.ts";
import { untilAborted } from "../wire.ts";
import { finish, groupNamed } from "../world.ts";

/**
 * A cloud counts requests per account, whichever target they are for. So all adapters with the same credentials share one account:
 * it is handed in, every request goes through its `send`, which waits for its turn, and each adapter can tell of the operations of
 * all. Whoever is aborted while it waits there has sent nothing. An adapter whose cloud is in the same process has nothing to send.
 */
export const sharesItsAccount: Chapter = {
  title: "shares its account",
  checks: (subject) => [
    check(subject, "the account is the one that was handed in", async ({ backend, connect }) => {
      const account = createAccount({ clock: backend.clock });
      equal("whether it is", connect(account).account === account, true);
    }),
    ...(subject.isInProcess ? [] : callNames.flatMap((name) => sendingChecks(subject, name))),
    ...(subject.isSynchronous ? [] : [siblings(subject)]),
  ],
};

function sendingChecks(subject: Subject, name: (typeof callNames)[number]): readonly Check[] {
  return [
    check(subject, `${name} sends every request through the account`, async (world) => {
      const call = (await prepareCalls(subject, world))[name];
      const { backend, connect, signal } = world;
      let sent = 0;
      const adapter = connect(watchedAccount(backend.clock, () => void sent++));
      const before = backend.requests();
      await call(adapter, signal);
      const after = backend.requests();
      equal("requests of the account", sent, after.reads + after.writes - before.reads - before.writes);
    }),
    check(
      subject,
      `${name} ends when it is aborted while it waits for its turn, and nothing is sent`,
      async (world) => {
        const call = (await prepareCalls(subject, world))[name];
        const { backend, connect } = world;
        // A request's signal passes an abort on only while somebody holds on to the request, as a queue does.
        const waiting: Request[] = [];
        const busy: Account = {
          ...createAccount({ clock: backend.clock }),
          send(request) {
            waiting.push(request);
            return untilAborted(request.signal);
          },
        };
        const before = backend.requests();
        const controller = new AbortController();
        const answer = call(connect(busy), controller.signal);
        // A call that needs no request has nothing to wait for.
        if (await settlesSoon(answer, 20)) await answer;
        else {
          controller.abort();
          await rejects(name, soon(answer), "aborted");
        }
        waiting.length = 0;
        equal("requests", backend.requests(), before);
      },
    ),
  ];
}

function siblings(subject: Subject): Check {
  return check(subject, "an adapter tells of operations that another one of the account started", async (world) => {
    const { adapter, connect, signal } = world;
    const other = connect(adapter.account);
    const create = { kind: "create-group", rules: [] } as const;
    const operations = [
      await other.submit({ ...create, name: "group-1" }, signal),
      await adapter.submit({ ...create, name: "group-2" }, signal),
    ];
    const states = await finish(world, operations);
    const ids = states.map((state, index) =>
      state.status === "succeeded" ? (state.groupId ?? operations[index]?.groupId) : undefined,
    );
    equal(
      "the new groups",
      ids,
      ["group-1", "group-2"].map((name) => groupNamed(world, name).id),
    );
  });
}
