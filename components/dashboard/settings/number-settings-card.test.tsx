// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { numberSettings } from "#lib/platform/projects/number-settings.ts";
import { NumberSettingsCard } from "./number-settings-card.tsx";

afterEach(cleanup);
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => {} }) }));

const given = {
  projectId: "p",
  group: "voter_limits",
  values: { voters_per_answer: 1_200, voters_per_address: 5 },
  bounds: numberSettings.voter_limits,
} as const;

it("only says the numbers to who may not change them", () => {
  render(<NumberSettingsCard {...given} mayManage={false} />);
  expect(screen.getByRole("region", { name: "Anonymous raters" }).textContent).toContain(
    "Devices per answer: 1,200 · Per network address: 5.",
  );
  screen.getByText("Only owners and admins can change this.");
  expect(screen.queryByRole("form")).toBeNull();
});

it("has a form for each number, with its bounds", () => {
  render(<NumberSettingsCard {...given} mayManage />);
  const forms = screen.getAllByRole("form").map((form) => form.getAttribute("aria-label"));
  expect(forms).toEqual(["Devices per answer", "Per network address"]);
  expect(screen.getAllByText("1 to 10,000")).toHaveLength(2);
});
