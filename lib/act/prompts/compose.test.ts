import { describe, expect, it } from "vitest";
import { includeKey } from "#lib/domain/prompt-syntax.ts";
import { ComposeFault, composePrompt, type Includable } from "./compose.ts";
import type { PromptContent } from "./content.ts";

/** Composes "top" where these can be included, by "name@label". */
const compose = (content: PromptContent, others: Record<string, PromptContent> = {}) =>
  composePrompt({ template: "top", content }, (include): Includable | null => {
    const found = others[includeKey(include)];
    if (found === undefined) return null;
    return {
      template: include.template,
      kind: typeof found === "string" ? "text" : "chat",
      content: found,
    };
  });

const faultOf = (...given: Parameters<typeof compose>): ComposeFault => {
  try {
    compose(...given);
  } catch (error) {
    if (error instanceof ComposeFault) return error;
  }
  throw new Error("nothing was wrong");
};

describe("composePrompt", () => {
  it.each<[string, string, Record<string, string>, string, string[]]>([
    ["nothing included", "Hi \\{{ {{a}}", {}, "Hi \\{{ {{a}}", ["a"]],
    ["one text", "{{> s@p}}\n{{a}}", { "s@p": "Be {{tone}}." }, "Be {{tone}}.\n{{a}}", ["tone", "a"]],
    ["one in another", "{{> s@p}}", { "s@p": "1{{> t@q}}3", "t@q": "2" }, "123", []],
    ["one twice", "{{> s@p}}{{> s@p}}", { "s@p": "{{a}}" }, "{{a}}{{a}}", ["a"]],
    ["an empty one", "a{{> s@p}}b", { "s@p": "" }, "ab", []],
    ["braces that would meet", "{{{> s@p}}", { "s@p": "{x" }, "\\{{x", []],
    ["a backslash that would escape", "{{> s@p}}{{a}}", { "s@p": "\\" }, "\\\\{{a}}", ["a"]],
    ["what is escaped there", "{{> s@p}}", { "s@p": "\\{{a}}" }, "\\{{a}}", []],
  ])("composes %s", (_, text, others, content, variables) => {
    expect(compose(text, others)).toEqual({ content, variables });
  });

  it("composes each message", () => {
    const content = [
      { role: "system", content: "{{> s@p}}" },
      { role: "user", content: "{{question}}" },
    ] as const;
    expect(compose([...content], { "s@p": "Be {{tone}}." })).toEqual({
      content: [
        { role: "system", content: "Be {{tone}}." },
        { role: "user", content: "{{question}}" },
      ],
      variables: ["tone", "question"],
    });
  });

  it.each<[string, PromptContent, Record<string, PromptContent>, string]>([
    ["nothing there", "{{> s@p}}", {}, "{{> s@p}}: there is no such version of a prompt here"],
    ["itself", "{{> top@p}}", { "top@p": "old" }, "the prompts include each other: top → top"],
    [
      "a circle",
      "{{> a@p}}",
      { "a@p": "{{> b@p}}", "b@p": "{{> a@q}}", "a@q": "" },
      "the prompts include each other: top → a → b → a",
    ],
    [
      "a chat prompt",
      "{{> c@p}}",
      { "c@p": [{ role: "user", content: "Hi" }] },
      "{{> c@p}} is a chat prompt; only text prompts can be included",
    ],
    [
      "too many in a row",
      "{{> a@p}}",
      {
        "a@p": "{{> b@p}}",
        "b@p": "{{> c@p}}",
        "c@p": "{{> d@p}}",
        "d@p": "{{> e@p}}",
        "e@p": "{{> f@p}}",
        "f@p": "",
      },
      "more than 5 prompts include each other in a row: top → a → b → c → d → e → f",
    ],
    [
      "too much",
      "{{> a@p}}".repeat(6),
      { "a@p": "x".repeat(100_000) },
      "“top” has more than 500,000 characters with all that it includes",
    ],
  ])("refuses %s", (_, content, others, message) => {
    expect(faultOf(content, others)).toMatchObject({ message, path: "text" });
  });

  it("takes five in a row, one of them by two ways", () => {
    const others = {
      "a@p": "{{> b@p}}",
      "b@p": "{{> c@p}}",
      "c@p": "{{> d@p}}",
      "d@p": "{{> e@p}}",
      "e@p": "end",
    };
    expect(compose("{{> e@p}} {{> a@p}}", others).content).toBe("end end");
    // Known by the short way first, too deep by the long one.
    expect(faultOf("{{> b@p}}{{> z@p}}", { ...others, "z@p": "{{> a@p}}" }).message).toMatch(/more than 5/);
  });

  it("names the message that it is in", () => {
    const content = [
      { role: "system", content: "Hi" },
      { role: "user", content: "{{> s@p}}" },
    ] as const;
    expect(faultOf([...content]).path).toBe("messages.1.content");
  });

  it("stops at once where prompts double each other", () => {
    const doubling = (next: string) => `{{> ${next}@p}}`.repeat(3_000);
    const others = { "a@p": doubling("b"), "b@p": doubling("c"), "c@p": doubling("d"), "d@p": "x" };
    expect(faultOf(doubling("a"), others).message).toMatch(/500,000/);
    expect(compose(doubling("a"), { ...others, "d@p": "" }).content).toBe("");
  });
});
