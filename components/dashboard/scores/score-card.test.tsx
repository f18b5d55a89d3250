// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { rate } from "#lib/domain/rate";
import { ScoreCard } from "./score-card.tsx";

afterEach(cleanup);

it("says a share with its n and interval, and leads to the answers of each figure", () => {
  const figures = {
    ...{ n: 40, answers: 38, mean: null, shareTrue: rate(30, 40) },
    labels: [
      { label: "true", count: 30, share: rate(30, 40), answers: 29 },
      { label: "false", count: 10, share: rate(10, 40), answers: 9 },
    ],
  };
  const definition = {
    ...{ name: "solved", type: "boolean" as const, min: null, max: null, labels: [] },
    ...{ direction: "higher" as const, confirmed: true },
  };
  const row = {
    ...figures,
    ...{ definition, target: "session" as const, features: [], promptVersions: [], days: [] },
    models: [{ ...figures, model: "small", answers: 12 }],
  };
  render(<ScoreCard row={row} base="/demo" search={{ days: "7" }} />);
  expect(screen.getByRole("region", { name: "solved" }).textContent).toMatch(/75(\.0)?\s?%/);
  screen.getAllByText(/n = 40/);
  const scoreOf = (name: string | RegExp) => {
    const [link] = screen.getAllByRole("link", { name });
    const query = new URLSearchParams(link?.getAttribute("href")?.split("?")[1]);
    return Object.fromEntries(query);
  };
  expect(scoreOf("38 answers")).toEqual({ days: "7", score: '["solved","session"]' });
  expect(scoreOf("9 answers")).toEqual({ days: "7", score: '["solved","session","false"]' });
  expect(screen.getByRole("link", { name: "9 answers" }).dataset).toMatchObject({
    count: "9",
    unit: "interactions",
  });
  expect(scoreOf("12 answers")).toEqual({ days: "7", model: "small", score: '["solved","session"]' });
});
