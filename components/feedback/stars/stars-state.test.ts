import { expect, it } from "vitest";
import { checkedStar, valueOnLeaving } from "./stars-state.ts";

it.each([
  ["nothing chosen", { preview: null, rated: null }, null, null],
  ["moved to, not sent", { preview: 3, rated: null }, 3, 3],
  ["moved away from what is rated", { preview: 2, rated: 4 }, 2, 2],
  ["moved back to what is rated", { preview: 4, rated: 4 }, 4, null],
  ["rated and not moved", { preview: null, rated: 4 }, 4, null],
])("%s", (_, choice, checked, onLeaving) => {
  expect(checkedStar(choice)).toBe(checked);
  expect(valueOnLeaving(choice)).toBe(onLeaving);
});
