import { expect, it } from "vitest";
import { byHand } from "./by-hand.ts";

it("has a few places for each project and a few more for all, and gives them back whatever comes of it", async () => {
  const refused = { code: "conflict", message: expect.stringContaining("being sent just now") };
  const ends = Promise.withResolvers<void>();
  const fails = async () => {
    await ends.promise;
    throw new Error("failed");
  };
  const begin = (project: string, count: number) =>
    Array.from({ length: count }, () => byHand(project, fails));
  const begun = [...begin("a", 4)];
  await expect(byHand("a", async () => 1)).rejects.toMatchObject(refused);
  begun.push(...begin("b", 4), ...begin("c", 2));
  await expect(byHand("d", async () => 1)).rejects.toMatchObject(refused);
  ends.resolve();
  expect((await Promise.allSettled(begun)).map(({ status }) => status)).toEqual(Array(10).fill("rejected"));
  expect(await byHand("a", async () => 1)).toBe(1);
});
