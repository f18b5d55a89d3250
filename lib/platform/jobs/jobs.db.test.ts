import { expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { type KeyedJob, type RecurringJob, startJobs } from "./index.ts";

const database = testDatabase();

/** Time to wait for a queue to come round. */
const SOON = { timeout: 20_000 };

const recurring = (name: string, run: RecurringJob["run"]): RecurringJob => ({ name, everySeconds: 1, run });
const keyed = (name: string, run: KeyedJob["run"]): KeyedJob => ({ name, atOnce: 2, run });

it("runs a recurring job once in its time, however many processes ask", async () => {
  const times: number[] = [];
  const jobs = { recurring: [recurring("tick", async () => times.push(Date.now()))], keyed: [] };
  const stops = [startJobs(database.url, jobs), startJobs(database.url, jobs)];
  const began = Date.now();
  await expect.poll(() => times.length, SOON).toBeGreaterThanOrEqual(3);
  await Promise.all(stops.map((stop) => stop()));
  expect(times.length).toBeLessThanOrEqual((Date.now() - began) / 1_000 + 2);
});

it("works on one key once at a time, and on others while one is slow", async () => {
  const [underWay, most] = [new Map<string, number>(), new Map<string, number>()];
  const done: string[] = [];
  const slow = Promise.withResolvers<void>();
  const run = async (key: string) => {
    underWay.set(key, (underWay.get(key) ?? 0) + 1);
    most.set(key, Math.max(most.get(key) ?? 0, underWay.get(key) ?? 0));
    if (key === "slow") await slow.promise;
    underWay.set(key, (underWay.get(key) ?? 0) - 1);
    done.push(key);
  };
  const ask = recurring("ask", (askFor) => askFor("count", ["slow", "quick"]));
  const stop = startJobs(database.url, { recurring: [ask], keyed: [keyed("count", run)] });
  await expect.poll(() => done.filter((key) => key === "quick").length, SOON).toBeGreaterThanOrEqual(2);
  expect(done).not.toContain("slow");
  slow.resolve();
  await expect.poll(() => done, SOON).toContain("slow");
  await stop();
  expect([...most.values()]).toEqual([1, 1]);
});

it("works on what was asked for while the clock was ahead", async () => {
  const done: string[] = [];
  const idle = keyed("late", async (key) => void done.push(key));
  await startJobs(database.url, { recurring: [], keyed: [idle] })();
  await db().$executeRaw`
    INSERT INTO pgboss.job (name, policy, data, singleton_key, start_after)
    VALUES ('late', 'exclusive', '{"key": "k"}', 'k', now() + interval '2 hours')`;
  const ask = recurring("ask-late", (askFor) => askFor("late", ["k"]));
  const stop = startJobs(database.url, { recurring: [ask], keyed: [idle] });
  await expect.poll(() => done, SOON).toContain("k");
  await stop();
});

it("goes on after a failure of its own and after its connections were cut, and waits at the end for what is under way", async () => {
  let [runs, ended] = [0, 0];
  const held: (() => void)[] = [];
  const job = recurring("fragile", async () => {
    runs++;
    if (runs === 1) throw new Error("once");
    await new Promise<void>((end) => held.push(end));
    ended++;
  });
  const stop = startJobs(database.url, { recurring: [job], keyed: [] });
  await expect.poll(() => runs, SOON).toBe(2);
  await db().$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'whetstone jobs'`;
  held.shift()?.();
  await expect.poll(() => runs, SOON).toBe(3);
  const stopped = stop();
  held.shift()?.();
  await stopped;
  expect(ended).toBe(2);
});

it("waits at the end for what a job began and did not wait for", async () => {
  const begun = Promise.withResolvers<void>();
  const said: string[] = [];
  const job = recurring("begin", async () => void said.push("begun"));
  const finish = () => begun.promise.then(() => said.push("finished"));
  const stop = startJobs(database.url, { recurring: [job], keyed: [], finish });
  await expect.poll(() => said, SOON).toContain("begun");
  const stopped = stop().then(() => said.push("stopped"));
  begun.resolve();
  await stopped;
  expect(said.slice(-2)).toEqual(["finished", "stopped"]);
});

it("tries until it can when the database is not there, and stops while it tries", async () => {
  const nowhere = new URL(database.url);
  nowhere.pathname = "/nowhere";
  const stop = startJobs(nowhere.href, { recurring: [], keyed: [] });
  await expect(stop()).resolves.toBeUndefined();
});
