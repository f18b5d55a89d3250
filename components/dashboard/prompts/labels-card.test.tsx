// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { LabelsCard, type LabelsCardProps } from "./labels-card.tsx";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh() {} }) }));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const label = {
  ...{ label: "production", version: "v3", protected: false, previous: "v2" },
  ...{ moved: null, href: "/demo/prompts/reply?version=v3" },
};
const draw = (rights: LabelsCardProps["rights"], shown = label, names = ["v3", "v2"]) =>
  render(
    <LabelsCard
      url="/api/projects/p/prompts/reply"
      labels={[shown]}
      versions={names.map((version) => ({ version, note: "" }))}
      rights={rights}
    />,
  );
const buttons = () =>
  screen.queryAllByRole("button").map((button) => button.getAttribute("aria-label") ?? button.textContent);

const [rollback, move, more] = ["Roll back production to v2", "Move production", "More for production"];
const isProtected = { ...label, protected: true };

it.each<[string, Parameters<typeof draw>, (string | undefined)[]]>([
  ["a viewer reads", ["none"], []],
  ["an editor moves", ["move"], ["New label", rollback, move, more]],
  ["an editor does not move what is protected", ["move", isProtected], ["New label"]],
  ["an owner moves it", ["protect", isProtected], ["New label", rollback, move, more]],
  ["nothing goes back to before the first", ["move", { ...label, previous: "" }], ["New label", move, more]],
  ["nothing moves where there is one version", ["move", label, ["v3"]], ["New label", rollback, more]],
])("%s", (_, given, expected) => {
  draw(...given);
  expect(buttons()).toEqual(expected);
});

it("rolls back in one click, from where the reader saw the label, and says what came of it", async () => {
  const sent = vi.fn(async () => Response.json({ code: "label_moved", detail: "…" }, { status: 409 }));
  vi.stubGlobal("fetch", sent);
  draw("move");
  await userEvent.click(screen.getByRole("button", { name: rollback }));
  expect(sent).toHaveBeenCalledExactlyOnceWith(
    "/api/projects/p/prompts/reply/labels/production",
    expect.objectContaining({
      method: "PUT",
      body: JSON.stringify({ version: "v2", from_version: "v3", reason: "Rolled back from v3." }),
    }),
  );
  expect(screen.getByRole("alert").textContent).toContain("Somebody moved this label meanwhile.");
  sent.mockImplementation(async () => Response.json({}));
  await userEvent.click(screen.getByRole("button", { name: rollback }));
  expect(screen.getByRole("status").textContent).toBe("production is back at v2.");
});
