import { expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import { raterWords } from "./rater-words.ts";

it("says how few people made how many ratings", () => {
  const few = { ...rate(300, 400), users: 12, widened: true };
  expect(raterWords(few, "thumbs")).toEqual({
    long: "About 12 users made these 400 thumbs; the interval allows for that.",
    short: "from about 12 users; the interval allows for that",
  });
  expect(raterWords({ ...few, users: 1 }, "thumbs")?.short).toBe(
    "from about 1 user; the interval allows for that",
  );
  expect(raterWords({ ...rate(9_000, 10_000), users: 1_000, widened: true }, "thumbs")?.long).toBe(
    "More than 1,000 users made these 10,000 thumbs; the interval allows for that.",
  );
});

it.each([
  ["is as narrow as for independent ratings", { ...rate(30, 40), users: 38, widened: false }],
  ["is not known to be wider", rate(30, 40)],
  ["is not shown", { ...rate(4, 5), users: 1, widened: true }],
])("says nothing where the interval %s", (_, plain) => expect(raterWords(plain, "thumbs")).toBeNull());
