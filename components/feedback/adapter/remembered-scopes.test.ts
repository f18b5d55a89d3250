// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { deviceMemory } from "./memory.ts";
import { keepScope } from "./remembered-scopes.ts";

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

/** A user visits and rates. */
function visit(user: string) {
  const memory = deviceMemory(user);
  keepScope(memory.scope ?? "");
  memory.write("binary i1", 1);
}
const remembered = () =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith("whetstone "))
    .map((key) => key.slice("whetstone ".length));

it("remembers the ten most recent users", () => {
  for (let user = 0; user < 10; user++) visit(`u${user}`);
  visit("u0");
  visit("new");
  expect(remembered().sort()).toEqual(["new", "u0", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9"]);
});

it.each([
  ["no JSON", "{["],
  ["another shape", '{"a":1}'],
  ["names of what is not ours", JSON.stringify(["theirs", 7, null])],
])("starts over if it finds %s", (_, found) => {
  localStorage.setItem("theirs", "kept");
  localStorage.setItem("whetstone", found);
  for (let user = 0; user < 12; user++) visit(`u${user}`);
  expect(remembered()).toHaveLength(10);
  expect(localStorage.getItem("theirs")).toBe("kept");
});

it("works without storage", () => {
  vi.spyOn(window, "localStorage", "get").mockImplementation(() => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  });
  expect(() => visit("u1")).not.toThrow();
});
