import { describe, expect, it } from "vitest";
import { keptAddress } from "./kept-address.ts";

describe("keptAddress", () => {
  it.each([
    ["keeps window and filters", { days: "7", model: "m" }, {}, "/p/x?days=7&model=m"],
    ["leaves behind what belongs to the page", { rating: "up", cursor: "c" }, {}, "/p/x"],
    ["adds its own", { feature: "f" }, { category: "too_long" }, "/p/x?feature=f&category=too_long"],
    ["lets its own win", { feature: "f" }, { feature: "g" }, "/p/x?feature=g"],
  ])("%s", (_, search, more, address) => expect(keptAddress("/p/x", search, more)).toBe(address));
});
