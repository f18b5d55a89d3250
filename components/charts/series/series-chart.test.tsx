import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SeriesChart } from "./series-chart.tsx";
import type { Series, SeriesData } from "./series-data.ts";

const push = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));

const targets: Series["targets"] = [
  { href: "/first", count: 10, unit: "thumbs" },
  null,
  { href: "/third", count: 30, unit: "thumbs" },
];

const data: SeriesData = {
  points: ["2026-11-01", "2026-11-02", "2026-11-03"],
  unit: "day",
  tz: "UTC",
  format: "percent",
  series: [
    { name: "one", values: [0.5, null, 0.7], band: [[0.4, 0.6], null, [0.6, 0.8]], n: [10, 0, 30], targets },
    {
      name: "two",
      values: [0.1, 0.2, 0.3],
      targets: [null, null, { href: "/two", count: 1, unit: "thumbs" }],
    },
  ],
  markers: [{ at: "2026-11-03", label: "reply v2", kind: "prompt" }],
};

beforeEach(() => {
  push.mockReset();
  render(<SeriesChart {...data} />);
});
afterEach(cleanup);

const chart = () => screen.getByRole("application");
const said = () => chart().querySelector("[aria-live]")?.textContent;

it("is one tab stop after its legend", async () => {
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.tab();
  expect(document.activeElement).toBe(chart());
  await userEvent.tab();
  expect(document.activeElement).toBe(document.body);
});

it.each([
  ["the arrow to the right enters at the first point", "{ArrowRight}", "1 Nov 2026."],
  ["the arrow to the left enters at the last", "{ArrowLeft}", "3 Nov 2026."],
  ["arrows walk", "{Home}{ArrowRight}", "2 Nov 2026."],
  ["End is the last", "{End}", "3 Nov 2026."],
  ["nothing is past the ends", "{End}{ArrowRight}", "3 Nov 2026."],
  ["Home is the first", "{End}{Home}{ArrowLeft}", "1 Nov 2026."],
])("%s", async (_, keys, title) => {
  chart().focus();
  await userEvent.keyboard(keys);
  expect(said()).toContain(title);
});

it("says the values with interval and n, gaps, markers, and that there is a way", async () => {
  chart().focus();
  await userEvent.keyboard("{End}");
  expect(said()).toBe(
    "3 Nov 2026. one 70.0%, 60.0–80.0%, n = 30; two 30.0%. First seen: Prompt reply v2. Press Enter to open 30 thumbs of one.",
  );
  await userEvent.keyboard("{ArrowLeft}");
  expect(said()).toBe("2 Nov 2026. one no value, n = 0; two 20.0%.");
});

it("opens the answers of a point that has a way, and of no other", async () => {
  chart().focus();
  await userEvent.keyboard("{Home}{ArrowRight}{Enter}");
  expect(push).not.toHaveBeenCalled();
  await userEvent.keyboard("{Home}{Enter}");
  expect(push).toHaveBeenCalledExactlyOnceWith("/first");
});

it("lets the arrows up and down choose among lines that lead somewhere", async () => {
  chart().focus();
  await userEvent.keyboard("{End}{ArrowDown}");
  expect(said()).toContain("Press Enter to open 1 thumb of two.");
  await userEvent.keyboard("{Enter}");
  expect(push).toHaveBeenCalledExactlyOnceWith("/two");
  await userEvent.keyboard("{ArrowUp}");
  expect(said()).toContain("Press Enter to open 30 thumbs of one.");
});

it("declares what the point at hand counts, by a link", async () => {
  chart().focus();
  await userEvent.keyboard("{Home}");
  const link = chart().querySelector("a");
  expect([link?.getAttribute("href"), link?.dataset.count, link?.dataset.unit]).toEqual([
    "/first",
    "10",
    "thumbs",
  ]);
  await userEvent.keyboard("{ArrowRight}");
  expect(chart().querySelector("a")).toBeNull();
});

it("leaves the points at Escape, and stays where it is", async () => {
  chart().focus();
  await userEvent.keyboard("{Home}{Escape}");
  expect(said()).toBe("");
  expect(document.activeElement).toBe(chart());
});

it("shows a point to the pointer without saying it", async () => {
  await userEvent.pointer({ target: chart(), pointerName: "mouse" });
  expect(screen.getByText("1 Nov 2026")).toBeTruthy();
  expect(said()).toBe("");
});

it("hides a line and speaks no more of it, but never the last", async () => {
  const [one, two] = [
    screen.getByRole("button", { name: "one" }),
    screen.getByRole("button", { name: "two" }),
  ];
  await userEvent.click(one);
  await userEvent.click(two);
  expect([one, two].map((each) => each.getAttribute("aria-pressed"))).toEqual(["false", "true"]);
  chart().focus();
  await userEvent.keyboard("{Home}");
  expect(said()).toBe("1 Nov 2026. two 10.0%.");
});
