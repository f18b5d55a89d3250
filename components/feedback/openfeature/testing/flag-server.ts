import { fakeServer, takenAll } from "../../client/testing/fake-server.ts";

/** As docs/experiments.md has it: with this salt, user-1 gets control, Ada Lovelace short, and user-2 nothing. */
export const flag = {
  experiment: "shorter",
  state: "running",
  salt: "mW8yV0n2Xb7QkRr3aJc5sT1uE6hLz9pD4gKfYwAoNiM",
  traffic: 0.25,
  winner: null as string | null,
  arms: [
    { variant: "control", weight: 0.5 },
    { variant: "short", weight: 0.5 },
  ],
};

/** A Whetstone that serves flags and takes events. Both can be changed between requests. */
export function flagServer() {
  const server = fakeServer();
  const state = {
    ...{ fetch: server.fetch, received: server.received },
    flags: (): Response | Promise<Response> => Response.json({ data: [flag] }),
    events: takenAll as (events: Record<string, unknown>[]) => Response | Promise<Response>,
    /** The events that arrived, without their IDs. */
    sent: () => server.received.flatMap(({ events }) => events.map(({ exposure_id: _, ...event }) => event)),
  };
  server.answer = ({ url, events }) => (url.endsWith("/api/flags") ? state.flags() : state.events(events));
  return state;
}

/** The response with these flags. */
export const flagsOf = (...flags: object[]) => Response.json({ data: flags });
