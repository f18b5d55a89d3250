import { expect, it, vi } from "vitest";
import { Problem } from "./problem.ts";

it("knows a Problem that another copy of the module made, and nothing else", async () => {
  vi.resetModules();
  const copy = await import("./problem.ts");
  expect(copy.Problem).not.toBe(Problem);
  expect(new copy.Problem("conflict", "Taken.")).toBeInstanceOf(Problem);
  for (const other of [new Error("conflict"), { code: "conflict", status: 409 }, null, "conflict"])
    expect(other instanceof Problem).toBe(false);
});
