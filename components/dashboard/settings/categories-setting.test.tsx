// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { CategoriesSetting } from "./categories-setting.tsx";

afterEach(cleanup);
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => {} }) }));

const given = {
  projectId: "p",
  decided: [
    { name: "inaccurate", listed: true },
    { name: "spam", listed: false },
  ],
  offer: { offered: [{ name: "late", ratings: 1_200 }], total: 70 },
};

const buttonsOf = (section: string) =>
  within(screen.getByRole("region", { name: section }))
    .queryAllByRole("button")
    .map((button) => button.getAttribute("aria-label"));

it("offers what ratings name, by how many, and says that it is not all", () => {
  render(<CategoriesSetting {...given} mayManage />);
  expect(buttonsOf("Listed")).toEqual(["Dismiss inaccurate"]);
  expect(buttonsOf("Used in ratings, not listed")).toEqual(["List late", "Dismiss late"]);
  expect(buttonsOf("Dismissed")).toEqual(["List spam"]);
  expect(screen.getByText("1,200 ratings")).toBeTruthy();
  expect(screen.getByText("Showing the 1 most frequent of 70.")).toBeTruthy();
});

it("lets nobody decide who may not manage the project", () => {
  render(<CategoriesSetting {...given} mayManage={false} />);
  expect(screen.queryAllByRole("button")).toEqual([]);
});
