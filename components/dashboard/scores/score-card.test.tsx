// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import { ScoreCard } from "./score-card.tsx";

afterEach(cleanup);

it("says a share with its n and interval, and leads to the values of each figure", () => {
  const figures = {
    ...{ n: 40, mean: null, shareTrue: rate(30, 40) },
    labels: [
      { label: "true", count: 30, share: rate(30, 40) },
      { label: "false", count: 10, share: rate(10, 40) },
    ],
  };
  const definition = {
    ...{ name: "solved", type: "boolean" as const, min: null, max: null, labels: [] },
    ...{ direction: "higher" as const, confirmed: true },
  };
  const row = {
    ...figures,
    ...{ definition, target: "session" as const, label: null, features: [], promptVersions: [], days: [] },
    models: [{ ...figures, model: "small", n: 12, shareTrue: rate(9, 12) }],
  };
  render(<ScoreCard row={row} change={null} base="/demo" search={{ days: "7" }} />);
  expect(screen.getByRole("region", { name: "solved" }).textContent).toMatch(/75(\.0)?\s?%/);
  const link = (name: string) => screen.getByRole("link", { name });
  const asked = (name: string) =>
    Object.fromEntries(new URLSearchParams(link(name).getAttribute("href")?.split("?")[1]));
  expect(asked("n = 40")).toEqual({ days: "7", score: '["solved","session"]' });
  expect(asked("n = 10")).toEqual({ days: "7", score: '["solved","session","false"]' });
  expect(link("n = 10").dataset).toMatchObject({ count: "10", unit: "scores" });
  expect(asked("n = 12")).toEqual({ days: "7", model: "small", score: '["solved","session"]' });
});
