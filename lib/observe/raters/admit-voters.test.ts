import { expect, it } from "vitest";
import { admitVoters } from "./admit-voters.ts";

const from = (address: string, ...raters: string[]) => raters.map((rater) => ({ rater, address }));
const asking = (address: string, ...raters: string[]) =>
  from(address, ...raters).map((voter) => ({ ...voter, perAnswer: 4, perAddress: 2 }));

it("admits raters of an answer up to the limit, in order", () => {
  const { admitted, refused } = admitVoters(from("a", "1"), [
    ...asking("b", "2", "3"),
    ...asking("c", "4", "5"),
  ]);
  expect(admitted).toEqual([...from("b", "2", "3"), ...from("c", "4")]);
  expect(refused).toEqual(new Set(["5"]));
});

it("admits fewer from one address, and others after them", () => {
  const { admitted, refused } = admitVoters(from("a", "1"), [...asking("a", "2", "3"), ...asking("b", "4")]);
  expect(admitted).toEqual([...from("a", "2"), ...from("b", "4")]);
  expect(refused).toEqual(new Set(["3"]));
});

it("neither counts nor rejects existing raters again", () => {
  expect(admitVoters(from("a", "1"), asking("b", "1", "2", "2", "1"))).toEqual({
    admitted: from("b", "2"),
    refused: new Set(),
  });
});

it("keeps all existing raters, even if the limit is lower now", () => {
  expect(admitVoters(from("a", "1", "2", "3", "4", "5"), asking("a", "5", "6"))).toEqual({
    admitted: [],
    refused: new Set(["6"]),
  });
});
