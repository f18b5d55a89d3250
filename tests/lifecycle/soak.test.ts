import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureBuilt } from "../../scripts/build/build.ts";
import { type Ground, prepareGround } from "../../scripts/soak/ground.ts";
import { soakRound } from "../../scripts/soak/round.ts";

// The short round of `npm run soak`, whose long rounds are in docs/reliability.md.
const dist = process.env.WHETSTONE_DIST ?? ".next";
let ground: Ground;
beforeAll(async () => {
  await ensureBuilt(process.cwd(), dist);
  ground = await prepareGround(dist);
}, 300_000);
afterAll(() => ground.remove());

test.each(["kill the app", "stop PostgreSQL"] as const)(
  "%s while clients write: what they were told is there once, and nothing that nobody sent",
  async (disaster) => {
    const round = await soakRound(ground, { disaster, seconds: 3, times: 1 });
    expect(round).toMatchObject({ lost: [], doubled: [], unknown: [], unexpected: [] });
    expect(round.acknowledged).toBeGreaterThan(100);
  },
);
