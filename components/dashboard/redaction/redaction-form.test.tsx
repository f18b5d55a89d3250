import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import type { RedactionSettingsJson } from "#lib/observe/redaction/index.ts";
import { RedactionSettings } from "./redaction-settings.tsx";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh() {} }) }));

const saved: RedactionSettingsJson = {
  enabled: true,
  kinds: ["email", "phone"],
  patterns: [{ name: "Case", pattern: "C-\\d+" }],
};
const preview = {
  redacted: "to [EMAIL]!",
  finds: [{ kind: "email", start: 3, end: 9, placeholder: "[EMAIL]" }],
};

afterEach(cleanup);

const draw = (mayManage: boolean) =>
  render(
    <RedactionSettings
      projectId="p"
      saved={saved}
      mayManage={mayManage}
      sample={{ text: "to a@b.co!", preview }}
    />,
  );

it("is read-only for who may not manage the project, but for the trial", () => {
  draw(false);
  for (const box of screen.getAllByRole("checkbox")) expect(box.matches(":disabled")).toBe(true);
  expect(screen.getByLabelText("Pattern").matches(":disabled")).toBe(true);
  expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
  expect(screen.getByLabelText("Text").matches(":disabled")).toBe(false);
});

it("marks what would be taken, and shows what would be stored", () => {
  draw(true);
  expect(document.querySelector("mark")?.textContent).toBe("a@b.coemail");
  expect(screen.getByRole("region", { name: "Stored text" }).textContent).toBe("to [EMAIL]!");
});

it("warns where redaction is switched off, and offers to save only what was changed", async () => {
  draw(true);
  const save = screen.getByRole("button", { name: "Save" });
  expect(save).toHaveProperty("disabled", true);
  await userEvent.click(screen.getByLabelText(/^Redact texts/));
  expect(screen.getByText(/is stored unchanged/)).toBeTruthy();
  expect(save).toHaveProperty("disabled", false);
  await userEvent.click(screen.getByLabelText(/^Redact texts/));
  expect(save).toHaveProperty("disabled", true);
});
