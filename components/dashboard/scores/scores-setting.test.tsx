// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import type { ScoreDefinition } from "#lib/domain/score.ts";
import { ScoresSetting } from "./scores-setting.tsx";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh() {} }) }));

const grade: ScoreDefinition = {
  ...{ name: "a grade", type: "category", min: null, max: null, labels: ["good", "poor"] },
  ...{ direction: "none", confirmed: false },
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("confirms a learned score with the labels as they were put in order", async () => {
  const sent = vi.fn(async (_url: string, _init: RequestInit) => Response.json({}));
  vi.stubGlobal("fetch", sent);
  render(<ScoresSetting projectId="p" scores={[grade]} mayManage />);
  const form = within(screen.getByRole("form", { name: "Score a grade" }));
  form.getByText("Learned, not confirmed");
  const labels = form.getByLabelText("Labels");
  expect((labels as HTMLTextAreaElement).value).toBe("good\npoor");
  await userEvent.clear(labels);
  await userEvent.type(labels, "poor{enter}good");
  await userEvent.selectOptions(form.getByLabelText("Direction"), "higher");
  await userEvent.click(form.getByRole("button", { name: "Confirm" }));
  await waitFor(() => form.getByText("Saved. Takes effect immediately."));
  const [url, init] = sent.mock.calls[0] ?? [];
  expect([url, init?.method]).toEqual(["/api/projects/p/scores/a%20grade", "PUT"]);
  expect(JSON.parse(String(init?.body))).toEqual({
    ...{ type: "category", direction: "higher", labels: ["poor", "good"] },
  });
});

it("is only told to who may not manage the project", () => {
  render(<ScoresSetting projectId="p" scores={[grade]} mayManage={false} />);
  screen.getByText("a grade");
  expect(screen.queryByRole("form")).toBeNull();
});
