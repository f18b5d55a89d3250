import { afterAll, beforeAll, expect, test } from "vitest";
import { prepareEnvironment, type SoakEnvironment } from "#bench/soak/environment.ts";
import { soakRound } from "#bench/soak/round.ts";
import { ensureBuilt } from "#scripts/build/build.ts";

// The short rounds of `npm run soak`, whose long ones are in docs/reliability.md. Side by side, as most of their time
// clients wait: the claim of an Idempotency-Key outlives the process that was killed under it by 15 s.
const dist = process.env.WHETSTONE_DIST ?? ".next";
const disasters = ["kill the app", "stop PostgreSQL"] as const;
const grounds: SoakEnvironment[] = [];
beforeAll(async () => {
  await ensureBuilt(process.cwd(), dist);
  for (const _ of disasters) grounds.push(await prepareEnvironment(dist));
}, 300_000);
afterAll(() => Promise.all(grounds.map((ground) => ground.remove())));

test.concurrent.each(disasters)(
  "%s while clients write: what they were told is there once, and nothing that nobody sent",
  async (disaster) => {
    const ground = grounds[disasters.indexOf(disaster)] as SoakEnvironment;
    const round = await soakRound(ground, { disaster, length: { acknowledged: 600 }, times: 1 });
    expect(round).toMatchObject({ lost: [], doubled: [], unknown: [], unexpected: [] });
  },
);
