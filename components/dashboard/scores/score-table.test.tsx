// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import { rateDifference } from "#lib/domain/rate-difference.ts";
import type { ScoreDefinition } from "#lib/domain/score.ts";
import { ScoreTable } from "./score-table.tsx";
import { ScoreTiles } from "./score-tiles.tsx";

afterEach(cleanup);

const solved: ScoreDefinition = {
  ...{ name: "solved", type: "boolean", min: null, max: null, labels: [], direction: "higher" },
  confirmed: true,
};
const placed = (up: number, n: number, against: [number, number] | null) => ({
  figures: { n, mean: null, shareTrue: rate(up, n), labels: [] },
  difference: against && rateDifference(rate(up, n), rate(...against)),
});
const page = { base: "/demo", search: { days: "7" } };
const asked = (link: HTMLElement) =>
  Object.fromEntries(new URLSearchParams(link.getAttribute("href")?.split("?")[1]));

it("says each score with its interval, its n and how it differs, and leads to its values", () => {
  render(
    <ScoreTable
      {...page}
      of="Model"
      rows={["large", "small", "none"].map((name) => ({ name, filters: { model: name } }))}
      scores={[
        {
          ...{ definition: solved, target: "interaction", label: null },
          places: [placed(80, 100, null), placed(30, 60, [80, 100]), null],
        },
      ]}
      against="large"
      fileName="models-scores"
    />,
  );
  const small = within(screen.getByRole("row", { name: /^small/ }));
  small.getByText("50.0%");
  small.getByText(/^37\.7–62\.3%$/);
  small.getByText(/^−30\.0 pts \(−44\.0 to −14\.9\)$/);
  const link = small.getByRole("link", { name: "n = 60" });
  expect(asked(link)).toEqual({ days: "7", model: "small", score: '["solved","interaction"]' });
  expect(link.dataset).toMatchObject({ count: "60", unit: "scores" });
  within(screen.getByRole("row", { name: /^none/ })).getByText("–");
});

it("shows scores on the overview against the period before, and nothing where there are none", () => {
  const { container, rerender } = render(<ScoreTiles {...page} scores={[]} reference="previous" />);
  expect(container.textContent).toBe("");
  const score = { definition: solved, target: "session", label: null } as const;
  rerender(
    <ScoreTiles
      {...page}
      scores={[{ ...score, now: placed(30, 60, [80, 100]), before: placed(80, 100, null) }]}
      reference="previous"
    />,
  );
  const tile = screen.getByRole("link", { name: "solved (session)" });
  expect(asked(tile)).toEqual({ days: "7", metric: 'score:["solved","session"]' });
  screen.getByText("−30.0 pts (−44.0 to −14.9)");
  expect(screen.getByRole("link", { name: "n = 60" }).dataset).toMatchObject({ count: "60", unit: "scores" });
});
