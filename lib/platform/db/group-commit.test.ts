import { describe, expect, it } from "vitest";

import { type GroupCommitOptions, groupCommit } from "./group-commit.ts";

/** A write that ends when it is told to, and remembers what it was given. */
function heldWrite(lanes = 1, more: Partial<GroupCommitOptions<string, string>> = {}) {
  const groups: { items: readonly string[]; end(error?: unknown): void }[] = [];
  const submit = groupCommit<string, string>({
    write: (items) =>
      new Promise((resolve, reject) =>
        groups.push({
          items,
          end: (error) => (error ? reject(error) : resolve(items.map((item) => `${item}!`))),
        }),
      ),
    weigh: (item) => ({ rows: 1, bytes: item.length }),
    groupRows: 3,
    waiting: { rows: 5, bytes: 1_000 },
    lanes,
    ...more,
  });
  return { groups, submit };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("a grouped commit", () => {
  it("writes the first at once, and what arrives meanwhile together", async () => {
    const { groups, submit } = heldWrite();
    const answers = ["a", "b", "c"].map(submit);
    expect(groups.map(({ items }) => items)).toEqual([["a"]]);
    groups[0]?.end();
    expect(await answers[0]).toBe("a!");
    await settle();
    expect(groups.map(({ items }) => items)).toEqual([["a"], ["b", "c"]]);
    groups[1]?.end();
    expect(await Promise.all(answers)).toEqual(["a!", "b!", "c!"]);
  });

  it("answers nobody before the commit of their group", async () => {
    const { groups, submit } = heldWrite();
    const settled: string[] = [];
    for (const item of ["a", "b"]) void submit(item).then(() => settled.push(item));
    await settle();
    expect(settled).toEqual([]);
    groups[0]?.end();
    await settle();
    expect(settled).toEqual(["a"]);
  });

  it("makes groups no larger than allowed, and lets what is larger go alone", async () => {
    const rows: Record<string, number> = { big: 9, b: 2, c: 2 };
    const { groups, submit } = heldWrite(1, {
      weigh: (item) => ({ rows: rows[item] ?? 1, bytes: 1 }),
      waiting: { rows: 100, bytes: 100 },
    });
    for (const item of ["a", "b", "c", "big"]) void submit(item);
    for (let index = 0; index < 4; index++) {
      groups[index]?.end();
      await settle();
    }
    expect(groups.map(({ items }) => items)).toEqual([["a"], ["b"], ["c"], ["big"]]);
  });

  it("has as many groups under way as there are lanes", () => {
    const { groups, submit } = heldWrite(2);
    for (const item of ["a", "b", "c"]) void submit(item);
    expect(groups.map(({ items }) => items)).toEqual([["a"], ["b"]]);
  });

  it.each([
    ["rows", { rows: 2, bytes: 1_000 }],
    ["bytes", { rows: 100, bytes: 2 }],
  ])("refuses at once what is too much by %s, and takes more when there is room", async (_, waiting) => {
    const { groups, submit } = heldWrite(1, { waiting });
    const taken = ["a", "b", "c"].map(submit);
    await expect(submit("d")).rejects.toMatchObject({
      code: "too_busy",
      status: 503,
      extras: { retryAfterSeconds: 1 },
    });
    groups[0]?.end();
    await taken[0];
    await settle();
    expect(groups[1]?.items).toEqual(["b", "c"]);
    void submit("e");
  });

  it("takes one that is larger than the whole queue when nothing else waits", async () => {
    const { groups, submit } = heldWrite(1, { waiting: { rows: 100, bytes: 2 } });
    const answer = submit("enormous");
    groups[0]?.end();
    expect(await answer).toBe("enormous!");
  });

  it("fails a bad item alone", async () => {
    const written: string[] = [];
    const submit = groupCommit<string, string>({
      async write(items) {
        await settle();
        if (items.includes("bad")) throw new Error("bad");
        written.push(...items);
        return [...items];
      },
      weigh: () => ({ rows: 1, bytes: 1 }),
      groupRows: 100,
      waiting: { rows: 100, bytes: 100 },
      lanes: 1,
    });
    const items = ["a", "b", "c", "bad", "d", "e"];
    const outcomes = await Promise.allSettled(items.map(submit));
    expect(outcomes.map(({ status }) => status === "fulfilled")).toEqual(items.map((item) => item !== "bad"));
    expect(written.sort()).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("tries nothing again while the database is away, as nobody knows what was committed", async () => {
    const { groups, submit } = heldWrite();
    const answers = ["a", "b", "c"].map((item) => submit(item).catch((error: unknown) => error));
    groups[0]?.end(Object.assign(new Error("gone"), { code: "57P01" }));
    await answers[0];
    await settle();
    groups[1]?.end(Object.assign(new Error("gone"), { code: "ECONNRESET" }));
    const errors = await Promise.all(answers);
    expect(errors.every((error) => error instanceof Error)).toBe(true);
    expect(groups).toHaveLength(2);
  });
});
