import { expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import type { Report } from "./read-report.ts";
import { reportMarkdown } from "./report-markdown.ts";

const share = { share: rate(3, 4), count: 3, users: 3, interactionIds: ["i-1", "i<2>"] };

const report = (more: Partial<Report> = {}): Report =>
  ({
    ...{
      template: "a_b",
      version: "v1",
      isProduction: true,
      managed: true,
      archived: false,
      versions: ["v1"],
    },
    filter: { projectId: "p", from: "2026-11-01", to: "2026-11-30", tz: "UTC" },
    summary: { positive: rate(8, 10), thumbsDown: 2, interactions: 40 },
    problems: [],
    themes: [],
    categories: [],
    comments: { read: 4, repeated: [] },
    passages: [],
    changes: { measured: 4, users: 3, kinds: [], traits: [], length: null, sentences: [] },
    unmeasured: null,
    recommendations: [],
    examples: [],
    ...more,
  }) as unknown as Report;

it("says what it is about", () => {
  const text = reportMarkdown(report());
  expect(text).toMatch(/^# Report of a\\_b v1\n/);
  expect(text).toContain("- Positive rate: 80% (49% to 94%), n = 10; 2 thumbs down of 40 answers.");
  expect(text).toContain("None: no share is large enough");
});

it("keeps what users wrote from being headings, links, tags or mentions", () => {
  const text = reportMarkdown(
    report({
      comments: {
        read: 4,
        repeated: [
          {
            text: "# Big\n\n[click](https://a.example) <b>now</b> @ada www.a.example",
            count: 3,
            interactionIds: ["i<2>"],
          },
        ],
      },
      changes: {
        ...report().changes,
        sentences: [{ does: "removed", text: "a | b\n**c**", ...share }],
      },
    }),
  );
  expect(text).toContain(
    "- 3 of 4 comments say “\\# Big \\[click\\]\\(https\\://a.example\\) \\<b\\>now\\</b\\> \\@ada www\\.a.example” (answers i\\<2\\>).",
  );
  expect(text).toContain("| Taken out: “a \\| b \\*\\*c\\*\\*” | 3 | 75% (30% to 95%) | 3 |");
});

it("puts examples into fences that nothing within closes", () => {
  const example = { feedbackId: "f", interactionId: "i", agreeing: 1, why: ["Kept."] };
  const text = reportMarkdown(
    report({ examples: [{ ...example, input: "Hi\n````\n# No heading", answer: "Plain." }] }),
  );
  expect(text).toContain("Input:\n\n`````\nHi\n````\n# No heading\n`````\n\nAnswer:\n\n```\nPlain.\n```");
});

it("names what to write, and the evidence", () => {
  const evidence = { because: "75% of 4 edits made a list.", of: "edits" as const, category: null, ...share };
  const text = reportMarkdown(
    report({
      recommendations: [
        { code: "x", title: "Ask for a list", instruction: "Use a list.", evidence: [evidence] },
      ],
    }),
  );
  expect(text).toContain(
    "1. **Ask for a list**\n   - For the prompt: Use a list.\n   - 75% of 4 edits made a list. (answers i-1, i\\<2\\>).",
  );
});
