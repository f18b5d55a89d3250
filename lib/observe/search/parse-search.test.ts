import { expect, it } from "vitest";
import { parseSearch } from "./parse-search.ts";

it.each([
  ["refund", "", "refund", "and"],
  ["  late refund", "late ", "refund", "and"],
  ["late refund ", "late refund ", null, "and"],
  ['"late refund', '"late refund', null, "and"],
  ['"late refund" pol', '"late refund" ', "pol", "and"],
  ["late -refund", "late -refund", null, "and"],
  ["late or refund", "late ", "refund", "or"],
  ["a bc", "a bc", null, "and"],
  ["what?", "what?", null, "and"],
  ["", "", null, "and"],
  ["on 退款政策", 'on  "退 款 政 策" ', null, "and"],
  ["naïve", "", "naïve", "and"],
  ["v2.1-beta", "", "v2.1-beta", "and"],
] as const)("%j is parsed as %j and the beginning %j", (text, whole, begun, joint) => {
  expect(parseSearch(text)).toEqual({ whole, begun, joint });
});
