import { expect, it } from "vitest";
import { kindOf, mintKey } from "./api-key.ts";

it("tells a key's kind by its prefix, and takes nothing longer than a key could be", () => {
  expect(kindOf(mintKey("secret").key)).toBe("secret");
  expect(kindOf(mintKey("publishable").key)).toBe("publishable");
  expect(kindOf("rk_abc")).toBeNull();
  expect(kindOf(`sk_${"a".repeat(8_000)}`)).toBeNull();
});
