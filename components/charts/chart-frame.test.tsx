import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ChartFrame } from "./chart-frame.tsx";
import { ExportScope } from "./export/export-scope.tsx";
import { saveFile } from "./export/save-file.ts";
import type { TableData } from "./table-data.ts";

vi.mock("./export/save-file.ts", () => ({ saveFile: vi.fn() }));
vi.mock("./export/draw-png.ts", () => ({ drawPng: vi.fn().mockRejectedValue(new Error("no canvas")) }));

const table: TableData = {
  columns: [
    { head: "Day", rowHead: true },
    { head: "Rate", numeric: true },
  ],
  rows: [
    [
      { text: "9 Nov 2026", value: "2026-11-09" },
      { text: "60.0%", value: 0.6 },
    ],
    [
      { text: "10 Nov 2026", value: "2026-11-10" },
      { text: "–", value: null },
    ],
    [
      { text: "11 Nov 2026", value: "2026-11-11", href: "/x" },
      { text: "75.0%", value: 0.75 },
    ],
  ],
};

beforeEach(() => {
  render(
    <ExportScope project="demo" from="2026-11-09" to="2026-11-11">
      <ChartFrame title="Rate" summary="The rate rises." table={table} fileName="rate">
        <a href="/chart">the chart</a>
      </ChartFrame>
    </ExportScope>,
  );
});
afterEach(cleanup);

const firstCells = () => screen.getAllByRole("rowheader").map(({ textContent }) => textContent);

it("says the chart in words beside it, and under the table", async () => {
  expect(screen.getByText("The rate rises.").className).toBe("sr-only");
  await userEvent.click(screen.getByRole("button", { name: "Table" }));
  expect(screen.getByText("The rate rises.").className).not.toContain("sr-only");
});

it("keeps the chart behind the table, out of reach", async () => {
  await userEvent.click(screen.getByRole("button", { name: "Table" }));
  expect(screen.getByText("the chart").closest("[inert]")).not.toBeNull();
  expect(screen.getByRole("table", { name: "Rate" })).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Chart" }));
  expect(screen.queryByRole("table")).toBeNull();
  expect(screen.getByText("the chart").closest("[inert]")).toBeNull();
});

it("sorts by a head, largest number first, then the other way, and leaves what is unknown last", async () => {
  await userEvent.click(screen.getByRole("button", { name: "Table" }));
  const head = screen.getByRole("columnheader", { name: "Rate" });
  expect(head.getAttribute("aria-sort")).toBe("none");
  await userEvent.click(within(head).getByRole("button"));
  expect(head.getAttribute("aria-sort")).toBe("descending");
  expect(firstCells()).toEqual(["11 Nov 2026", "9 Nov 2026", "10 Nov 2026"]);
  within(head).getByRole("button").focus();
  await userEvent.keyboard("{Enter}");
  expect(head.getAttribute("aria-sort")).toBe("ascending");
  expect(firstCells()).toEqual(["9 Nov 2026", "11 Nov 2026", "10 Nov 2026"]);
});

it("sorts by values, not by their words, and leads where a cell leads", async () => {
  await userEvent.click(screen.getByRole("button", { name: "Table" }));
  await userEvent.click(screen.getByRole("button", { name: "Day" }));
  expect(firstCells()).toEqual(["9 Nov 2026", "10 Nov 2026", "11 Nov 2026"]);
  expect(screen.getByRole("link", { name: "11 Nov 2026" }).getAttribute("href")).toBe("/x");
});

it("exports its numbers by keyboard, in a file that says of what", async () => {
  screen.getByRole("button", { name: "Export Rate" }).focus();
  await userEvent.keyboard("{Enter}");
  expect(document.activeElement?.textContent).toBe("Download CSV");
  await userEvent.keyboard("{ArrowDown}");
  expect(document.activeElement?.textContent).toBe("Download PNG");
  await userEvent.keyboard("{ArrowDown}{Enter}");
  const [file, name] = vi.mocked(saveFile).mock.lastCall ?? [];
  expect(name).toBe("demo-rate-2026-11-09-2026-11-11.csv");
  expect(await file?.text()).toContain("2026-11-09,0.6\r\n2026-11-10,\r\n2026-11-11,0.75\r\n");
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Export Rate" }));
});

it("folds the menu at Escape, and goes back to its button", async () => {
  const button = screen.getByRole("button", { name: "Export Rate" });
  await userEvent.click(button);
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("menu")).toBeNull();
  expect(document.activeElement).toBe(button);
});

it("says what to do where no picture can be drawn", async () => {
  await userEvent.click(screen.getByRole("button", { name: "Export Rate" }));
  await userEvent.click(screen.getByRole("menuitem", { name: "Download PNG" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Export the CSV");
});
