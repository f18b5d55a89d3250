import { expect, it } from "vitest";
import { keepTask, readKept, taskKey } from "./kept-task.ts";

const draft = { interactionId: "i", feedbackToken: "t", input: "…", text: "Dear …", modelName: "m" };
const key = taskKey("p", "u", "summary");

function memory(entries: Record<string, string> = {}) {
  const stored = new Map(Object.entries(entries));
  return () => ({
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
  });
}

it("brings back a task's text and draft, to the same reader of the same project only", () => {
  const storage = memory();
  keepTask(storage, key, { input: "My text", draft });
  expect(readKept(storage, key)).toEqual({ input: "My text", draft });
  expect(readKept(storage, taskKey("p", "someone else", "summary"))).toBeNull();
  expect(readKept(storage, taskKey("other", "u", "summary"))).toBeNull();
  expect(readKept(storage, taskKey("p", "u", "announcement"))).toBeNull();
});

it.each([
  ["nothing", "null"],
  ["no JSON", "{"],
  ["no text", JSON.stringify({ draft: null })],
  [
    "a draft without its token",
    JSON.stringify({ input: "x", draft: { ...draft, feedbackToken: undefined } }),
  ],
  ["a draft that is none", JSON.stringify({ input: "x", draft: "Dear …" })],
])("starts over where what was kept is %s", (_case, stored) => {
  expect(readKept(memory({ [key]: stored }), key)).toBeNull();
});

it("works where the browser stores nothing", () => {
  const forbidden = () => {
    throw new Error("The operation is insecure.");
  };
  keepTask(forbidden, key, { input: "My text", draft: null });
  expect(readKept(forbidden, key)).toBeNull();
});
