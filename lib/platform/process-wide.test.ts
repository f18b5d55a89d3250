import { expect, it } from "vitest";
import { processWide } from "./process-wide.ts";

it("makes a thing once, whichever copy of a module asks first", () => {
  let made = 0;
  const copy = () => processWide("test of process-wide", () => ({ number: ++made }));
  const [one, other] = [copy(), copy()];
  expect(made).toBe(0);
  expect(one()).toBe(other());
  expect(one()).toEqual({ number: 1 });
  expect(processWide("another one", () => ({ number: 7 }))()).toEqual({ number: 7 });
});
