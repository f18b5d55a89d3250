import { type Delivery, deliver } from "./deliver.ts";
import { eventMaker } from "./event-bodies.ts";
import { plansWithIds, plansWithKeys } from "./plans.ts";
import type { Send } from "./sent-event.ts";

/**
 * Clients that write at the same time: some set IDs, others send keys. The latter wait longer, since the
 * claim on a key outlives a killed process.
 */
const crowd = [
  { clients: 8, plans: plansWithIds },
  { clients: 6, plans: plansWithKeys },
];
/** The share of requests that are sent twice at once, on purpose. */
const TWICE = 0.1;
/** The share of clients that send once and never retry, like a closed tab. */
const CARELESS = 0.05;
/** How many acknowledged interactions to remember for ratings. */
const REMEMBERED = 200;

/** Lets clients write until `stop`, and waits until each has the response to its last request. */
export async function write(to: Delivery, round: string, stop: AbortSignal): Promise<void> {
  const make = eventMaker(round);
  const known: string[] = [];
  const remember = ({ events }: Send) => {
    for (const { kind, id } of events) if (kind === "interaction" && id) known.push(id);
    known.splice(0, Math.max(0, known.length - REMEMBERED));
  };
  const send = async (each: Send) => {
    const insists = Math.random() >= CARELESS;
    const copies = Math.random() < TWICE ? 2 : 1;
    const done = await Promise.all(Array.from({ length: copies }, () => deliver(to, each, insists)));
    if (done.includes(true)) remember(each);
  };
  const first = make.interaction("client");
  await deliver(to, { path: "/api/interactions", body: first.body, events: [first.event] }, true);

  const client = async (plans: typeof plansWithIds) => {
    while (!stop.aborted && !to.signal.aborted) {
      const plan = pick(plans)({ make, known: pick(known) ?? first.event.id ?? "" });
      if (plan.atOnce) await Promise.all(plan.sends.map(send));
      else for (const each of plan.sends) await send(each);
    }
  };
  await Promise.all(
    crowd.flatMap(({ clients, plans }) => Array.from({ length: clients }, () => client(plans))),
  );
}

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;
