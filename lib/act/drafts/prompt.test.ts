import { describe, expect, it } from "vitest";
import { promptFor } from "./prompt.ts";

describe("promptFor", () => {
  it.each([
    ["summary", "playground-summary", "Summarize the article", "article"],
    ["support_reply", "playground-support-reply", "Write a reply", "mail"],
    ["announcement", "playground-announcement", "Write an announcement", "notes"],
  ] as const)("%s: names its template and puts the text between tags", (task, template, beginning, tag) => {
    const prompt = promptFor({ task, input: "  One line.\n" });
    expect(prompt).toMatchObject({ template, version: "v1" });
    expect(prompt.text).toMatch(new RegExp(`^${beginning}[^<]*\\n\\n<${tag}>\\nOne line\\.\\n</${tag}>$`));
  });
});
