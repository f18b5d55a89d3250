import { expect, it } from "vitest";
import { countTurns } from "#lib/platform/threads/testing/count-turns.ts";
import { compareTexts, drawMarkdown } from "./within-budget.ts";

const standIn = (name: string) => ({
  file: "lib/platform/threads/testing/stand-ins.ts",
  name,
  budgetMs: 100,
  patienceMs: 60_000,
});

it("draws Markdown", async () => {
  await expect(drawMarkdown("**Hi** <b>there</b>", "a")).resolves.toContain(
    "<strong>Hi</strong> &lt;b&gt;there&lt;/b&gt;",
  );
});

it.each(["neverEnds", "overflows"])(
  "gives up on a renderer that %s, and others have their turns",
  async (name) => {
    const { turns, result } = await countTurns(drawMarkdown("Harmless.", "a", standIn(name)));
    expect(result).toBeNull();
    expect(turns).toBeGreaterThan(10);
  },
);

it("does not try again what failed", async () => {
  const again = () => drawMarkdown("Harmless, too.", "a", standIn("neverEnds"));
  await again();
  const { turns } = await countTurns(again());
  expect(turns).toBeLessThan(100);
});

it("compares two texts", async () => {
  const texts = { before: "One two three", after: "One 2 three", whole: false };
  await expect(compareTexts(texts)).resolves.toMatchObject({ added: 1, removed: 1, complete: true });
});
