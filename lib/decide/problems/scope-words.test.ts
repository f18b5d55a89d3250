import { expect, it } from "vitest";
import { type Scope, scopeWords } from "./index.ts";

it.each<[Scope, string]>([
  [{}, "All answers"],
  [{ model: "gpt-4o-mini" }, "Answers of gpt-4o-mini"],
  [{ language: "de" }, "German answers"],
  [{ language: "pt-BR" }, "Brazilian Portuguese answers"],
  [{ language: "xx-unknown-language" }, "“xx-unknown-language” answers"],
  [{ language: "not a tag" }, "“not a tag” answers"],
  [{ language: "" }, "Answers without a language"],
  [{ language: "", feature: "search" }, "Answers without a language in search"],
  [
    { language: "de", model: "gpt-4o-mini", feature: "support", promptVersion: "v7" },
    "German answers of gpt-4o-mini in support since prompt v7",
  ],
  [{ promptTemplate: "summary" }, "Answers with prompt summary"],
  [{ promptTemplate: "summary", promptVersion: "v7" }, "Answers since summary v7"],
  [{ model: "", segment: "trial" }, "Answers without a model for trial"],
  [{ tenant: "acme", variant: "short" }, "Answers of variant short for tenant acme"],
  [{ promptVersion: "" }, "Answers without a prompt version"],
])("%j is %s", (scope, words) => expect(scopeWords(scope)).toBe(words));

it("says with which version where it is not new", () => {
  expect(scopeWords({ feature: "chat", promptVersion: "v2" }, { isNew: false })).toBe(
    "Answers in chat with prompt v2",
  );
});
