import { expect, it } from "vitest";
import { mintKey, parseKeyKind } from "./api-key.ts";

it("tells a key's kind by its prefix, and takes nothing longer than a key could be", () => {
  expect(parseKeyKind(mintKey("secret").key)).toBe("secret");
  expect(parseKeyKind(mintKey("publishable").key)).toBe("publishable");
  expect(parseKeyKind("rk_abc")).toBeNull();
  expect(parseKeyKind(`sk_${"a".repeat(8_000)}`)).toBeNull();
});
