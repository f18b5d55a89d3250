import { expect, it } from "vitest";
import { newEventId } from "./event-id.ts";

it("generates UUIDs of version 7 that contain the time", () => {
  const before = Date.now();
  const id = newEventId();
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const time = Number.parseInt(id.replace("-", "").slice(0, 12), 16);
  expect(time).toBeGreaterThanOrEqual(before);
  expect(time).toBeLessThanOrEqual(Date.now());
});

it("never generates the same one twice", () => {
  const ids = Array.from({ length: 1_000 }, newEventId);
  expect(new Set(ids).size).toBe(ids.length);
});
