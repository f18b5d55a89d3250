import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, expect, it, vi } from "vitest";
import { type Job, ThreadPool } from "./thread-pool.ts";

const file = resolve("lib/platform/threads/testing/stand-ins.ts");
const job = (name: string, more: Partial<Job> = {}): Job => ({
  ...{ file, name, input: null, budgetMs: 10_000, patienceMs: 10_000, background: false, size: 1 },
  ...more,
});

const pool = new ThreadPool({ threads: 2, waiting: 10_000, memoryMb: 48 });
afterAll(() => pool.close());

it.each([
  ["neverEnds", "time", { budgetMs: 100 }],
  ["overflows", "error", {}],
  ["fillsTheMemory", "memory", { budgetMs: 60_000 }],
  ["throws", "error", {}],
  // That says nothing about the text: it is tried again.
  ["isNotThere", "busy", {}],
  ["isInNoFile", "busy", { file: "/nowhere.ts" }],
] as const)("ends work that %s, and works on", async (how, fault, more) => {
  await expect(pool.run(job(how, more))).rejects.toMatchObject({ fault });
  await expect(pool.run(job("ends"))).resolves.toBe("ends");
});

it("works on when a thread ends by what it did after its answer", async () => {
  const one = new ThreadPool({ threads: 1, waiting: 10_000, memoryMb: 48 });
  await expect(one.run(job("throwsLater"))).resolves.toBe("ends");
  await expect.poll(() => one.idle).toBe(0);
  await expect(one.run(job("ends"))).resolves.toBe("ends");
  await one.close();
});

it("leaves the main thread its turns while work never ends", async () => {
  let turns = 0;
  let going = true;
  const count = () => {
    turns += 1;
    if (going) setImmediate(count);
  };
  count();
  await expect(pool.run(job("neverEnds", { budgetMs: 100 }))).rejects.toMatchObject({ fault: "time" });
  going = false;
  expect(turns).toBeGreaterThan(100);
});

it("keeps a thread for those who wait, whatever the background does", async () => {
  const own = new ThreadPool({ threads: 2, waiting: 10_000, memoryMb: 48 });
  const behind = Array.from({ length: 3 }, () =>
    own.run(job("neverEnds", { budgetMs: 60_000, patienceMs: 60_000, background: true })),
  );
  const ended = Promise.allSettled(behind);
  await expect(own.run(job("ends"))).resolves.toBe("ends");
  await own.close();
  expect((await ended).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
});

it("refuses what never had its turn, and what is too much to wait", async () => {
  const one = new ThreadPool({ threads: 1, waiting: 1_500, memoryMb: 48 });
  const first = one.run(job("neverEnds", { budgetMs: 200 }));
  const second = one.run(job("ends", { patienceMs: 50 }));
  const third = one.run(job("ends"));
  await expect(one.run(job("ends"))).rejects.toMatchObject({ fault: "busy" });
  await expect(second).rejects.toMatchObject({ fault: "busy" });
  await expect(first).rejects.toMatchObject({ fault: "time" });
  await expect(third).resolves.toBe("ends");
  await one.close();
});

it("goes by the time that passes where Node does not tell what a thread has used", async () => {
  const older: { cpuUsage: unknown } = Worker.prototype;
  const told = vi.spyOn(older, "cpuUsage", "get").mockReturnValue(undefined);
  await expect(pool.run(job("neverEnds", { budgetMs: 100 }))).rejects.toMatchObject({ fault: "time" });
  await expect(pool.run(job("ends"))).resolves.toBe("ends");
  told.mockRestore();
});
