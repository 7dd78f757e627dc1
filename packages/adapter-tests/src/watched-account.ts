import { createAccount, type Account, type Clock } from "@secgroup/core";

/** An account that shows every request when it is on its way. */
export function watchedAccount(clock: Clock, watch: (request: Request) => void): Account {
  const account = createAccount({ clock });
  return {
    ...account,
    send: (request, fetch) =>
      account.send(request, (sent) => {
        watch(sent);
        return fetch(sent);
      }),
  };
}
