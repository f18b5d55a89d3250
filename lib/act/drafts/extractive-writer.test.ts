import { describe, expect, it } from "vitest";
import { extractDraft } from "./extractive-writer.ts";
import { draftTaskSchema } from "./schema.ts";

describe("extractDraft", () => {
  it("summarises with the article's own sentences in their order, headings left out", () => {
    const article =
      "Harbour to close\n\nThe harbour will close for repairs in March. A gull sat on a post. Repairs to the harbour wall cost two million. Lunch was late. Boats may use the harbour of Elm Bay. It rained.";
    expect(extractDraft({ task: "summary", input: article })).toBe(
      "The harbour will close for repairs in March. Repairs to the harbour wall cost two million.",
    );
  });

  it("replies by name, quoting what was told and listing what was asked", () => {
    const input = "Hello,\nThe lid of order 4417 broke. Can you send another?\nRegards,\nAna";
    expect(extractDraft({ task: "support_reply", input })).toBe(
      [
        "Hello Ana,",
        "Thank you for your email. You wrote: “The lid of order 4417 broke.”",
        "You asked:\n- Can you send another?",
        "I am looking into this and will write again as soon as I know more. If I missed anything, please reply to this email.",
        "Kind regards,\nThe support team",
      ].join("\n\n"),
    );
  });

  it("announces under the notes' own heading", () => {
    const input =
      "Night buses from May\n\nLine 7 now runs all night.\n- Every 30 minutes\n- Same fare as by day";
    expect(extractDraft({ task: "announcement", input })).toBe(
      [
        "Night buses from May",
        "Line 7 now runs all night.",
        "What to know:\n- Every 30 minutes\n- Same fare as by day",
        "Questions? Reply to this message and we will get back to you.",
      ].join("\n\n"),
    );
  });

  it("makes a title of the first words where the notes have none", () => {
    const input = "Line 7 now runs all night, every night. The fare stays the same.";
    expect(extractDraft({ task: "announcement", input })).toMatch(
      /^Line 7 now runs all night\n\nWe have news today: Line 7/,
    );
  });

  it.each(
    draftTaskSchema.options.flatMap((task) =>
      ["x", "!!!", "?", "- ", "Subject: Lid", "今天下雨。明天晴。", "a ".repeat(9_000)].map(
        (input) => [task, input.slice(0, 20), input] as const,
      ),
    ),
  )("writes something for %s of %j", (task, _, input) => {
    expect(extractDraft({ task, input }).trim()).not.toBe("");
  });
});
