import type { Account } from "@secgroup/core";
import { check, type Check, type Subject } from "../chapter.ts";
import { equal, fail, rejects } from "../expect.ts";
import { tcp } from "../rules/rule-of.ts";
import { settlesSoon } from "../settles-soon.ts";
import { watchedAccount } from "../watched-account.ts";
import { addingStep, finish, type World } from "../world.ts";

/** What a write says that was sent before somebody aborted it. */
export function abortedWrites(subject: Subject): readonly Check[] {
  // Without requests there is no moment at which one is on its way.
  if (subject.isInProcess) return [];
  const step = ({ backend }: World): Parameters<World["adapter"]["submit"]>[0] =>
    addingStep(subject.capabilities, { id: backend.seedGroup({ name: "group-1" }), name: "group-1" }, tcp(22));
  return [
    check(subject, "a write that is aborted on its way tells the answer all the same", async (world) => {
      const controller = new AbortController();
      const adapter = world.connect(abortsOnItsWay(world, controller));
      const operation = await adapter.submit(step(world), controller.signal);
      equal("whether it was aborted", controller.signal.aborted, true);
      const [state] = await finish(world, [operation]);
      equal("the state", state?.status, "succeeded");
    }),
    check(subject, "a write that is aborted on its way and has no answer is `unreachable`", async (world) => {
      const controller = new AbortController();
      const adapter = world.connect(abortsOnItsWay(world, controller));
      world.backend.failRequest({ kind: "lost", of: "writes" });
      await rejects("the write", adapter.submit(step(world), controller.signal), "unreachable");
      equal("writes", world.backend.requests().writes, 1);
    }),
    check(
      subject,
      "a write that is aborted while the cloud is silent does not say that nothing was sent",
      async (world) => {
        const { backend, connect } = world;
        const controller = new AbortController();
        backend.failRequest({ kind: "silent", of: "writes" });
        const answer = connect(abortsOnItsWay(world, controller)).submit(step(world), controller.signal);
        // It may wait for as long as the cloud is silent.
        if (await settlesSoon(answer, 50)) await rejects("the write", answer, "unreachable");
        if (backend.requests().writes !== 1) fail("writes", "1", `${backend.requests().writes}`);
      },
    ),
  ];
}

/** An account during whose first write somebody aborts. */
function abortsOnItsWay({ backend }: World, controller: AbortController): Account {
  return watchedAccount(backend.clock, ({ method }) => {
    if (method !== "GET" && method !== "HEAD") controller.abort();
  });
}
