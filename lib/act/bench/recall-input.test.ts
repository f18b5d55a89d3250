import { describe, expect, it } from "vitest";
import type { PromptContent } from "../prompts/index.ts";
import { type LoggedInput, recallInput } from "./recall-input.ts";

const nothing: LoggedInput = {
  ...{ input: null, promptText: null, promptVersion: "v1", variables: null, cut: [] },
};
const versionOf = (content: PromptContent, variables: string[] = [], inputAs: string | null = null) => ({
  version: "v2",
  ...{ content, variables, inputAs },
});
const user = (content: string) => ({ role: "user" as const, content });
const system = (content: string) => ({ role: "system" as const, content });
const assistant = (content: string) => ({ role: "assistant" as const, content });

const OLD = "Summarize: {{article}}";
const NEW = versionOf("Briefly: {{article}}", ["article"]);
const variables = { article: "It rains." };

describe("a text prompt", () => {
  it.each<[string, Partial<LoggedInput>, PromptContent | null, ReturnType<typeof versionOf>, object[]]>([
    ["values that were logged", { variables }, OLD, NEW, [user("Briefly: It rains.")]],
    ["values of a version that is not here", { variables }, null, NEW, [user("Briefly: It rains.")]],
    [
      "values read from the prompt",
      { promptText: "Summarize: It rains." },
      OLD,
      NEW,
      [user("Briefly: It rains.")],
    ],
    [
      "values read from a prompt of the AI SDK, with the messages before it",
      { promptText: "system: Be kind.\n\nuser: Summarize: It rains.", input: "Summarize: It rains." },
      OLD,
      NEW,
      [system("Be kind."), user("Briefly: It rains.")],
    ],
    [
      "values read from messages as JSON",
      { promptText: JSON.stringify([system("Be kind."), user("Summarize: It rains.")]) },
      OLD,
      NEW,
      [system("Be kind."), user("Briefly: It rains.")],
    ],
    [
      "instructions, with the conversation after them",
      { promptText: "system: Be kind.\n\nuser: Hi\n\nassistant: Hello\n\nuser: Why?", input: "Why?" },
      "Be kind.",
      versionOf("Be short."),
      [system("Be short."), user("Hi"), assistant("Hello"), user("Why?")],
    ],
    [
      "instructions among messages as JSON",
      { promptText: JSON.stringify([system("Be kind."), user("Why?")]) },
      "Be kind.",
      versionOf("Be short."),
      [system("Be short."), user("Why?")],
    ],
    [
      "instructions, with the input that was logged beside them",
      { input: "Why?", promptText: "Be kind." },
      "Be kind.",
      versionOf("Be short."),
      [system("Be short."), user("Why?")],
    ],
    [
      "instructions with variables, and the input beside them",
      { input: "Why?", variables: { language: "Thai" } },
      "Answer in {{language}}.",
      versionOf("Answer in {{language}}, briefly.", ["language"]),
      [system("Answer in Thai, briefly."), user("Why?")],
    ],
    [
      "an input that is one of the values",
      { input: "It rains.", variables },
      OLD,
      NEW,
      [user("Briefly: It rains.")],
    ],
    [
      "an input that only looks as if it stood in a value",
      { input: "rain", variables },
      OLD,
      NEW,
      [system("Briefly: It rains."), user("rain")],
    ],
    [
      "an input that is the whole prompt",
      { input: "Summarize: It rains.", variables },
      OLD,
      NEW,
      [user("Briefly: It rains.")],
    ],
    [
      "an input that is the whole prompt of a version that is not here",
      { input: "What of this? It rains.", variables },
      null,
      NEW,
      [user("Briefly: It rains.")],
    ],
    [
      "the input for a variable that nothing else is known of",
      { input: "It rains." },
      null,
      versionOf("Briefly: {{article}}", ["article"], "article"),
      [user("Briefly: It rains.")],
    ],
    [
      "a value that was logged rather than the input",
      { input: "Why?", variables },
      OLD,
      versionOf("Briefly: {{article}}", ["article"], "article"),
      [system("Briefly: It rains."), user("Why?")],
    ],
    [
      "a value with braces, as it is",
      { variables: { article: "{{x}}" } },
      OLD,
      NEW,
      [user("Briefly: {{x}}")],
    ],
    [
      "values that were logged beside a single message of a version that is not here",
      { variables, promptText: "user: Summarize: It rains." },
      null,
      NEW,
      [user("Briefly: It rains.")],
    ],
    [
      "values that were logged beside a plain text of another version",
      { variables, promptText: "Sum up: It rains." },
      OLD,
      NEW,
      [user("Briefly: It rains.")],
    ],
    ["numbers and booleans", { variables: { article: 7 } }, OLD, NEW, [user("Briefly: 7")]],
  ])("is run on %s", (_, logged, old, run, messages) => {
    expect(recallInput({ ...nothing, ...logged }, old, run)).toEqual({ messages });
  });
});

describe("a chat prompt", () => {
  const old = [system("In {{language}}."), user("{{question}}")];
  const run = versionOf([system("Only in {{language}}!"), user("Q: {{question}}")], ["language", "question"]);

  it.each<[string, Partial<LoggedInput>, object[]]>([
    [
      "values that were logged",
      { variables: { language: "Thai", question: "Why?" }, input: "Why?" },
      [system("Only in Thai!"), user("Q: Why?")],
    ],
    [
      "values read from a prompt of the AI SDK",
      { promptText: "system: In Thai.\n\nuser: Why?", input: "Why?" },
      [system("Only in Thai!"), user("Q: Why?")],
    ],
    [
      "values read from messages as JSON, with those after them",
      { promptText: JSON.stringify([system("In Thai."), user("Why?"), assistant("So."), user("Oh?")]) },
      [system("Only in Thai!"), user("Q: Why?"), assistant("So."), user("Oh?")],
    ],
  ])("is run on %s", (_, logged, messages) => {
    expect(recallInput({ ...nothing, ...logged }, old, run)).toEqual({ messages });
  });

  it("of a system message alone is followed by the input", () => {
    const alone = versionOf([system("Be short.")]);
    expect(recallInput({ ...nothing, input: "Why?" }, [system("Be kind.")], alone)).toEqual({
      messages: [system("Be short."), user("Why?")],
    });
    expect(recallInput(nothing, [system("Be kind.")], alone)).toEqual({
      reason: "v2 has no user message at its end, and no input was logged beside its prompt.",
    });
  });
});

describe("an input that cannot be known", () => {
  it.each<[string, Partial<LoggedInput>, PromptContent | null, ReturnType<typeof versionOf>, RegExp]>([
    [
      "a value that was never given",
      { variables: {} },
      OLD,
      NEW,
      /^v2 needs \{\{article\}\}, which this answer of v1 was not given\.$/,
    ],
    [
      "a variable that is new",
      { promptText: "Summarize: It rains." },
      OLD,
      versionOf("{{article}} in {{language}}", ["article", "language"]),
      /^v2 needs \{\{language\}\}, which/,
    ],
    [
      "nothing that was logged",
      {},
      OLD,
      NEW,
      /prompt_variables were not logged, and neither was the prompt\.$/,
    ],
    ["a version that is not here", { promptText: "?" }, null, NEW, /the text of v1 is not here/],
    [
      "another prompt",
      { promptText: "Sum up: It rains." },
      OLD,
      NEW,
      /the logged prompt is not what v1 makes\.$/,
    ],
    [
      "a prompt that can be read in several ways",
      { promptText: "x, y, z" },
      "{{article}}, {{more}}",
      NEW,
      /can be read from the logged prompt in several ways\.$/,
    ],
    [
      "a prompt that was cut",
      { promptText: "Summarize: It", cut: ["prompt_text"] },
      OLD,
      NEW,
      /the prompt was too long/,
    ],
    [
      "a value that was cut",
      { variables, cut: ["prompt_variables.article"] },
      OLD,
      NEW,
      /^“article” was too long to be stored whole/,
    ],
    [
      "an input that was cut",
      { input: "Why", cut: ["input"] },
      null,
      versionOf("{{article}}", ["article"], "article"),
      /^“input” was too long/,
    ],
    [
      "a conversation with calls of tools",
      {
        promptText:
          "system: Be kind.\n\nuser: Hi\n\nassistant: [calls search: {}]\n\ntool: [search answers: {}]",
      },
      "Be kind.",
      versionOf("Be short."),
      /called tools/,
    ],
    [
      "no place for the input",
      { variables, input: "It rains." },
      OLD,
      versionOf("Be short."),
      /^v2 has no variables, and the answer's input was part/,
    ],
    [
      "no place for the input of a prompt of the AI SDK",
      { promptText: "user: Summarize: It rains.", input: "Summarize: It rains." },
      OLD,
      versionOf("Be short."),
      /^v2 has no variables, and the answer's input was part/,
    ],
    [
      "a prompt that is always the same",
      { promptText: "user: Tell a joke." },
      "Tell a joke.",
      versionOf("Tell a good joke."),
      /^v2 has no variables, and no input was logged/,
    ],
    [
      "a conversation of a version that is not here",
      { variables, promptText: "user: Hi\n\nassistant: Hello\n\nuser: Summarize: It rains." },
      null,
      NEW,
      /^The conversation around the prompt cannot be read back\.$/,
    ],
    [
      "a conversation that the version did not make",
      { variables, promptText: "user: Hi\n\nassistant: Hello\n\nuser: Sum up: It rains." },
      OLD,
      NEW,
      /^The conversation around the prompt cannot be read back\.$/,
    ],
    [
      "messages as JSON that the version did not make",
      { variables, promptText: JSON.stringify([user("Hi"), assistant("Hello"), user("Sum up: It rains.")]) },
      OLD,
      NEW,
      /^The conversation around the prompt cannot be read back\.$/,
    ],
    ["no input at all", {}, null, versionOf("Be short."), /^v2 has no variables, and no input was logged/],
  ])("says so: %s", (_, logged, old, run, words) => {
    expect(recallInput({ ...nothing, ...logged }, old, run)).toEqual({
      reason: expect.stringMatching(words),
    });
  });
});
