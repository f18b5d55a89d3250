import { afterEach, expect, it, vi } from "vitest";
import { step } from "./step.mjs";

const written: string[] = [];
const stderr = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
  written.push(String(text));
  return true;
});
afterEach(() => {
  written.length = 0;
});

/** What was shown, with every duration as "T". */
const shown = () => {
  expect(stderr).toHaveBeenCalled();
  return written.join("").replaceAll(/\(\d+(\.\d)? s\)/g, "(T)");
};

it("shows a step as one line", async () => {
  await expect(step("Building", async () => 1)).resolves.toBe(1);
  expect(shown()).toBe("Building… done (T)\n");
});

it("shows a failed step as one line and rethrows its error", async () => {
  await expect(step("Building", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(shown()).toBe("Building… failed (T)\n");
});
