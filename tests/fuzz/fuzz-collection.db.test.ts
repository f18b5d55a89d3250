import { expect, it } from "vitest";
import { testDatabase } from "../database/database.ts";
import { fuzzCollection } from "./fuzz-collection.ts";

const database = testDatabase();

it("answers every body without a 5xx or a hang, and stores nothing of what it refuses (npm run soak sends more)", async () => {
  const report = await fuzzCollection({ databaseUrl: database.url, bodies: 1_500, seed: 20_261_121 });
  expect(report.failure).toBeNull();
  expect(report.bodies).toBe(1_500);
  // Both must be tried: bodies that are taken, and bodies that are not.
  const taken = [200, 201, 202, 207].reduce((sum, status) => sum + (report.statuses[status] ?? 0), 0);
  expect(taken).toBeGreaterThan(300);
  expect(report.bodies - taken).toBeGreaterThan(300);
}, 180_000);
