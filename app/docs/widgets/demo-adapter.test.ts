import { expect, it } from "vitest";
import { demoAdapter } from "./demo-adapter.ts";

const rating = (id: string, type: "binary" | "stars" = "binary") => ({
  interaction_id: "int",
  feedback_id: id,
  rating_type: type,
  rating_value: 1,
});

/** What became of a promise by now. */
async function stateOf(promise: Promise<unknown>): Promise<string> {
  const pending = new Promise((resolve) => setTimeout(() => resolve("pending"), 10));
  return String(
    await Promise.race([
      pending,
      promise.then(
        () => "stored",
        () => "refused",
      ),
    ]),
  );
}

it("a rating is acknowledged under its id, and shown as the request that it stands for", async () => {
  const adapter = demoAdapter(0);
  await expect(adapter.submit(rating("a"))).resolves.toMatchObject({
    feedback_id: "a",
    interaction_id: "int",
  });
  expect(adapter.lastCall()).toEqual({ request: "POST /api/feedback", body: rating("a") });
});

it("offline, a rating is kept, and stored when the server is back", async () => {
  const adapter = demoAdapter(0);
  adapter.behave("offline");
  let kept: unknown = null;
  const sent = adapter.submit(rating("a"), { onKept: (where) => (kept = where) });
  expect(await stateOf(sent)).toBe("pending");
  expect(kept).toEqual({ durable: true, offline: true });
  adapter.behave("stores");
  expect(await stateOf(sent)).toBe("stored");
});

it("offline, the latest rating of a type takes the place of the one before, and one that is forgotten is never sent", async () => {
  const adapter = demoAdapter(0);
  adapter.behave("offline");
  const sent = [rating("a"), rating("b"), rating("c", "stars")].map((body) => adapter.submit(body));
  await Promise.all(sent.map(stateOf));
  await adapter.remove("c");
  adapter.behave("stores");
  expect(await Promise.all(sent.map(stateOf))).toEqual(["pending", "stored", "pending"]);
});

it("a refusal says why, for ratings and for what is taken back", async () => {
  const adapter = demoAdapter(0);
  adapter.behave("refuses");
  const refusal = { code: "too_many_writes", status: 429, retryable: true };
  await expect(adapter.submit(rating("a"))).rejects.toMatchObject(refusal);
  await expect(adapter.remove("a")).rejects.toMatchObject(refusal);
});

it("listeners hear of each call", () => {
  const adapter = demoAdapter(0);
  const heard: (string | undefined)[] = [];
  const stop = adapter.subscribe(() => heard.push(adapter.lastCall()?.request));
  adapter.signal({ interaction_id: "int", signal: "copy" });
  stop();
  adapter.signal({ interaction_id: "int", signal: "accept" });
  expect(heard).toEqual(["POST /api/signals"]);
});
