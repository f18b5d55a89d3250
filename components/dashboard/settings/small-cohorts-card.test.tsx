// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { SmallCohortsCard } from "./small-cohorts-card.tsx";

afterEach(cleanup);

it("only says the number to who may not change it", () => {
  render(<SmallCohortsCard projectId="p" cohortMinimum={25} mayManage={false} />);
  expect(screen.getByRole("region", { name: "Small cohorts" }).textContent).toContain("At least 25 ratings.");
  screen.getByText("Only owners and admins can change this.");
  expect(screen.queryByRole("form")).toBeNull();
});
