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
    laneRows: 1,
    ...more,
  });
  return { groups, submit };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("a grouped commit", () => {
  it("writes what comes at the same moment together, and then what arrived meanwhile", async () => {
    const { groups, submit } = heldWrite();
    const first = ["a", "b"].map(submit);
    await settle();
    const second = ["c", "d"].map(submit);
    await settle();
    expect(groups.map(({ items }) => items)).toEqual([["a", "b"]]);
    groups[0]?.end();
    expect(await Promise.all(first)).toEqual(["a!", "b!"]);
    await settle();
    expect(groups.map(({ items }) => items)).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    groups[1]?.end();
    expect(await Promise.all(second)).toEqual(["c!", "d!"]);
  });

  it("answers nobody before the commit of their group", async () => {
    const { groups, submit } = heldWrite();
    const settled: string[] = [];
    for (const item of ["a", "b"]) {
      void submit(item).then(() => settled.push(item));
      await settle();
    }
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
    for (let index = 0; index < 3; index++) {
      await settle();
      groups[index]?.end();
    }
    await settle();
    expect(groups.map(({ items }) => items)).toEqual([["a", "b"], ["c"], ["big"]]);
  });

  it("begins another group beside one that is under way only when enough waits for it, up to its lanes", async () => {
    const { groups, submit } = heldWrite(2, { laneRows: 2 });
    const arrive = async (...items: string[]) => {
      for (const item of items) void submit(item);
      await settle();
      return groups.map((group) => group.items.join(""));
    };
    expect(await arrive("a")).toEqual(["a"]);
    expect(await arrive("b")).toEqual(["a"]);
    expect(await arrive("c")).toEqual(["a", "bc"]);
    expect(await arrive("d", "e")).toEqual(["a", "bc"]);
  });

  it.each([
    ["rows", { rows: 2, bytes: 1_000 }],
    ["bytes", { rows: 100, bytes: 2 }],
  ])("refuses at once what is too much by %s, and takes more when there is room", async (_, waiting) => {
    const { groups, submit } = heldWrite(1, { waiting });
    void submit("a");
    await settle();
    for (const item of ["b", "c"]) void submit(item);
    await expect(submit("d")).rejects.toMatchObject({
      code: "too_busy",
      status: 503,
      extras: { retryAfterSeconds: 1 },
    });
    groups[0]?.end();
    await settle();
    const taken = submit("e");
    groups[1]?.end();
    await settle();
    groups[2]?.end();
    expect(await taken).toBe("e!");
  });

  it("takes one that is larger than the whole queue when nothing else waits", async () => {
    const { groups, submit } = heldWrite(1, { waiting: { rows: 100, bytes: 2 } });
    const answer = submit("enormous");
    await settle();
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
      laneRows: 1,
    });
    const items = ["a", "b", "c", "bad", "d", "e"];
    const outcomes = await Promise.allSettled(items.map(submit));
    expect(outcomes.map(({ status }) => status === "fulfilled")).toEqual(items.map((item) => item !== "bad"));
    expect(written.sort()).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("tries nothing again while the database is away, as nobody knows what was committed", async () => {
    const { groups, submit } = heldWrite();
    const caught = (item: string) => submit(item).catch((error: unknown) => error);
    const answers = [caught("a")];
    await settle();
    answers.push(...["b", "c"].map(caught));
    groups[0]?.end(Object.assign(new Error("gone"), { code: "57P01" }));
    await answers[0];
    await settle();
    groups[1]?.end(Object.assign(new Error("gone"), { code: "ECONNRESET" }));
    const errors = await Promise.all(answers);
    expect(errors.every((error) => error instanceof Error)).toBe(true);
    expect(groups).toHaveLength(2);
  });
});
