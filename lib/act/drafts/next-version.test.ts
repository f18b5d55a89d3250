import { expect, it } from "vitest";
import { nextVersionQuestion, readNextVersion } from "./next-version.ts";

it("asks for a text or for messages, with what is known as data", () => {
  const request = {
    content: "Answer {{input}}",
    findings: [{ instruction: "Be brief.", because: ["41% of 58 edits cut words."] }],
    examples: [{ input: "When?", answer: "At noon." }],
  };
  const [system, user] = nextVersionQuestion(request).messages;
  expect(system?.content).toContain("Answer with the text of the new prompt and nothing else");
  expect(user?.content).toBe(
    "<prompt>\nAnswer {{input}}\n</prompt>\n\n<finding>\nBe brief.\n41% of 58 edits cut words.\n</finding>\n\n<example>\nInput:\nWhen?\n\nAnswer:\nAt noon.\n</example>",
  );
  const chat = nextVersionQuestion({ ...request, content: [{ role: "user", content: "{{q}}" }] });
  expect(chat.messages[0]?.content).toContain("as a JSON array");
});

it.each([
  ["a text", "Be brief.\n{{input}}", "text", "Be brief.\n{{input}}"],
  ["a text in a fence", "```markdown\nBe brief.\n```\n", "text", "Be brief."],
  ["a text with a fence within", "Say:\n```\nx\n```", "text", "Say:\n```\nx\n```"],
  ["nothing", " \n", "text", null],
  ["messages", '[{"role":"user","content":"{{q}}"}]', "chat", [{ role: "user", content: "{{q}}" }]],
  [
    "messages in a fence",
    '```json\n[{"role":"user","content":"a"}]\n```',
    "chat",
    [{ role: "user", content: "a" }],
  ],
  ["another role", '[{"role":"tool","content":"a"}]', "chat", null],
  ["no messages", "[]", "chat", null],
  ["a text for messages", "Be brief.", "chat", null],
] as const)("reads %s", (_, answer, kind, content) => expect(readNextVersion(answer, kind)).toEqual(content));
