import { expect, it } from "vitest";
import { prepareComplaints } from "./prepare-complaints.ts";

const said = (variant: string, category: string, thumbsDown: number) => ({ variant, category, thumbsDown });

const complaints = {
  arms: [
    { variant: "control", thumbsDown: 40 },
    { variant: "short", thumbsDown: 20 },
    { variant: "new", thumbsDown: 9 },
  ],
  categories: [
    ...[said("control", "too_long", 30), said("short", "too_long", 2)],
    ...[said("control", "inaccurate", 10), said("short", "inaccurate", 10), said("new", "inaccurate", 9)],
  ],
};

it("shares are of the thumbs down of each arm, and of none with too few", () => {
  const view = prepareComplaints(complaints, ["control", "short", "new"]);
  expect(view?.rows.map(({ label }) => label)).toEqual(["Too long", "Inaccurate"]);
  expect(view?.columns.map(({ detail }) => detail)).toEqual(["n = 40", "n = 20", "n = 9"]);
  const shares = ["too_long", "inaccurate"].map((category) =>
    ["control", "short", "new"].map((variant) => view?.shareOf(category, variant)),
  );
  expect(shares).toEqual([
    [0.75, 0.1, null],
    [0.25, 0.5, null],
  ]);
  expect(view?.table.rows).toHaveLength(6);
  expect(view?.summary).toBe(
    "Largest difference: Too long, named in 75.0% of the thumbs down of “control” and 10.0% of those of “short”.",
  );
});

it("is nothing without categories, and says where there are too few to compare", () => {
  expect(prepareComplaints({ ...complaints, categories: [] }, ["control", "short"])).toBeNull();
  const few = { arms: [{ variant: "control", thumbsDown: 5 }], categories: [said("control", "tone", 5)] };
  expect(prepareComplaints(few, ["control", "short"])?.summary).toBe(
    "Not enough thumbs down to compare the arms.",
  );
  const alike = ["control", "short"].map((variant) => ({ variant, thumbsDown: 10 }));
  const same = alike.map(({ variant }) => said(variant, "tone", 5));
  expect(prepareComplaints({ arms: alike, categories: same }, ["control", "short"])?.summary).toBe(
    "Users of all arms name the same categories equally often.",
  );
});
