import { expect, it } from "vitest";
import { shareRuns } from "./single-flight.ts";

/** Work that ends when it is told to. */
function heldWork() {
  const runs: { key: string; end: () => void; fail: (error: Error) => void }[] = [];
  const run = (key: string) =>
    new Promise<void>((end, fail) => {
      runs.push({ key, end, fail });
    });
  return { runs, ask: shareRuns(run) };
}

it("runs at once when nothing is under way", async () => {
  const { runs, ask } = heldWork();
  const asked = ask("a");
  expect(runs.length).toBe(1);
  runs[0]?.end();
  await asked;
});

it("gives all who ask during a run the one run after it", async () => {
  const { runs, ask } = heldWork();
  const first = ask("a");
  const later = [ask("a"), ask("a"), ask("a")];
  expect(runs.length).toBe(1);
  runs[0]?.end();
  await first;
  await expect.poll(() => runs.length).toBe(2);
  runs[1]?.end();
  await Promise.all(later);
  expect(runs.length).toBe(2);
});

it("never has two runs of a key under way, even when somebody asks as one ends", async () => {
  let [underWay, most] = [0, 0];
  const ask = shareRuns(async () => {
    most = Math.max(most, ++underWay);
    await Promise.resolve();
    underWay--;
  });
  await Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      for (let step = 0; step < index; step++) await Promise.resolve();
      await ask("a");
      await ask("a");
    }),
  );
  expect(most).toBe(1);
});

it("runs other keys beside it", () => {
  const { runs, ask } = heldWork();
  void ask("a");
  void ask("b");
  expect(runs.map(({ key }) => key)).toEqual(["a", "b"]);
});

it("tells a failure to those who asked for that run and begins the next one all the same", async () => {
  const { runs, ask } = heldWork();
  const first = ask("a");
  const second = ask("a");
  runs[0]?.fail(new Error("away"));
  await expect(first).rejects.toThrow("away");
  await expect.poll(() => runs.length).toBe(2);
  runs[1]?.end();
  await expect(second).resolves.toBeUndefined();
});
