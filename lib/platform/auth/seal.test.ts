import { expect, it, vi } from "vitest";

const installation = vi.hoisted(() => ({ secret: "one secret of an installation" }));
vi.mock("./installation.ts", () => ({ authSecret: async () => installation.secret }));

const { seal, unseal } = await import("./seal.ts");

it("opens what it sealed, in its place and under the same secret only", async () => {
  const sealed = await seal("whsec_grün", "project/channel");
  expect(Buffer.from(sealed).toString("latin1")).not.toContain("whsec");
  expect(await unseal(sealed, "project/channel")).toBe("whsec_grün");
  expect(await unseal(sealed, "project/other")).toBeNull();
  installation.secret = "another secret";
  expect(await unseal(sealed, "project/channel")).toBeNull();
});

it("seals the same secret differently each time, and opens nothing that was changed", async () => {
  const [one, other] = [await seal("same", "place"), await seal("same", "place")];
  expect(one).not.toEqual(other);
  for (const index of [0, 5, 20, one.length - 1]) {
    const changed = Uint8Array.from(one, (byte, at) => (at === index ? byte ^ 1 : byte));
    expect(await unseal(changed, "place")).toBeNull();
  }
  expect(await unseal(new Uint8Array([1, 2]), "place")).toBeNull();
});
