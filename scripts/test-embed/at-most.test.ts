import { expect, it } from "vitest";
import { atMost } from "./at-most.ts";

it("runs no more than the maximum at a time, in order", async () => {
  const begun: string[] = [];
  const end: Record<string, () => void> = {};
  const inTurn = atMost(2);
  const all = ["a", "b", "c", "d"].map((name) =>
    inTurn(() => {
      begun.push(name);
      return new Promise<void>((resolve) => {
        end[name] = resolve;
      });
    }),
  );
  expect(begun).toEqual(["a", "b"]);
  end.b?.();
  await all[1];
  expect(begun).toEqual(["a", "b", "c"]);
  end.a?.();
  await all[0];
  expect(begun).toEqual(["a", "b", "c", "d"]);
  end.c?.();
  end.d?.();
  await Promise.all(all);
});

it("releases its place if a task fails", async () => {
  const inTurn = atMost(1);
  const broken = inTurn(() => Promise.reject(new Error("broken")));
  const next = inTurn(async () => "next");
  await expect(broken).rejects.toThrow("broken");
  await expect(next).resolves.toBe("next");
});
