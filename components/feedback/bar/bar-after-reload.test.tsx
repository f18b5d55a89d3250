// @vitest-environment jsdom
import { act, cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import type { FeedbackAdapter } from "../adapter/adapter.ts";
import type { Memory } from "../adapter/memory.ts";
import { controlledAdapter, type HeldRequest } from "../testing/controlled-adapter.ts";
import { FeedbackBar, type FeedbackBarProps, loadBarDetails } from "./feedback-bar.tsx";

beforeAll(loadBarDetails);
afterEach(cleanup);

/** The content of a device's storage, as JSON. */
function device() {
  const texts = new Map<string, string>();
  /** The memory of a page opened on it. */
  return (): Memory => ({
    read: (key) => JSON.parse(texts.get(key) ?? "null") ?? undefined,
    write: (key, value) => void texts.set(key, JSON.stringify(value ?? null)),
  });
}

type Props = Partial<FeedbackBarProps>;

/** Opens a page with a bar on a device, replacing the previous page. */
function visit(memory: () => Memory, props: Props = {}) {
  cleanup();
  const { adapter, requests } = controlledAdapter();
  const bar = <FeedbackBar interactionId="i1" adapter={{ ...adapter, memory: memory() }} {...props} />;
  render(<StrictMode>{bar}</StrictMode>);
  return { requests, user: userEvent.setup() };
}

const thumb = (name: "Good" | "Bad") => screen.getByRole("button", { name: `${name} response` });
const pressed = () =>
  (["Good", "Bad"] as const).filter((name) => thumb(name).getAttribute("aria-pressed") === "true").join();
const status = () => screen.getByRole("status").textContent;
const comment = () => screen.getByRole<HTMLTextAreaElement>("textbox");
const button = (name: string) => screen.getByRole("button", { name });
const checked = () => screen.getAllByRole<HTMLInputElement>("checkbox").filter((box) => box.checked).length;

async function answer(requests: HeldRequest[], how: "accept" | "refuse" | "keep") {
  await act(async () => requests.at(-1)?.[how]());
}

it("does not show one user's rating to the next one on the page", async () => {
  const { adapter, requests } = controlledAdapter();
  const [one, other] = [device()(), device()()];
  const barOf = (memory: Memory) => <FeedbackBar interactionId="i1" adapter={{ ...adapter, memory }} />;
  const { rerender } = render(barOf({ ...one, scope: "one" }));
  await userEvent.click(thumb("Bad"));
  await userEvent.type(comment(), "Mine");
  await answer(requests, "accept");
  rerender(barOf({ ...other, scope: "other" }));
  expect([pressed(), screen.queryByRole("textbox")]).toEqual(["", null]);
  await userEvent.click(thumb("Good"));
  rerender(barOf({ ...one, scope: "one" }));
  expect(pressed()).toBe("Bad");
});

/** Rates down with a category and a comment, which the server stores. */
async function rateDown(memory: () => Memory) {
  const { requests, user } = visit(memory);
  await user.click(thumb("Bad"));
  await answer(requests, "accept");
  await user.click(screen.getByRole("checkbox", { name: "Too long" }));
  await user.type(comment(), "Half of it would do");
  await user.click(button("Send"));
  await answer(requests, "accept");
  return requests.at(-1)?.feedbackId ?? "";
}

it("shows the thumb, the categories and the comment again, without a request", async () => {
  const memory = device();
  await rateDown(memory);
  const { requests, user } = visit(memory);
  expect(pressed()).toBe("Bad");
  expect(status()).toBe("");
  await user.click(button("Tell us more"));
  expect(checked()).toBe(1);
  expect(comment().value).toBe("Half of it would do");
  expect(requests).toEqual([]);
});

it("keeps the categories if only the comment is changed", async () => {
  const memory = device();
  await rateDown(memory);
  const { requests, user } = visit(memory);
  await user.click(button("Tell us more"));
  await user.type(comment(), ".");
  await user.click(button("Send"));
  expect(requests.at(-1)?.body).toMatchObject({
    rating_value: 0,
    rating_categories: ["too_long"],
    feedback_comment: "Half of it would do.",
  });
});

it("removes what the server has", async () => {
  const memory = device();
  const id = await rateDown(memory);
  const { requests, user } = visit(memory);
  await user.click(button("Undo"));
  expect(requests).toMatchObject([{ feedbackId: id }]);
  expect(requests[0]?.body).toBeUndefined();
});

it("does not bring back what was undone", async () => {
  const memory = device();
  await rateDown(memory);
  const { requests, user } = visit(memory);
  await user.click(button("Undo"));
  await answer(requests, "accept");
  visit(memory);
  expect(pressed()).toBe("");
});

it("continues an undo that was in progress when the page was left", async () => {
  const memory = device();
  const id = await rateDown(memory);
  await visit(memory).user.click(button("Undo"));
  const { requests } = visit(memory);
  expect(pressed()).toBe("");
  expect(requests.map(({ feedbackId, body }) => [feedbackId, body])).toEqual([[id, undefined]]);
});

it("does not bring back a refused rating", async () => {
  const memory = device();
  const { requests, user } = visit(memory);
  await user.click(thumb("Good"));
  await answer(requests, "refuse");
  visit(memory);
  expect(pressed()).toBe("");
});

it("sends what was kept again, as the same event, and reports the outcome", async () => {
  const memory = device();
  const before = visit(memory, { metadata: { page: "/a" } });
  await before.user.click(thumb("Good"));
  await answer(before.requests, "keep");
  const onSaved = vi.fn();
  const { requests } = visit(memory, { metadata: { page: "/b" }, onSaved });
  expect(pressed()).toBe("Good");
  expect(requests.map(({ body }) => body)).toEqual([before.requests[0]?.body]);
  await answer(requests, "keep");
  expect(status()).toBe("Kept on this device. It will be sent when you are back online.");
  await answer(requests, "accept");
  expect(status()).toBe("Thank you for your rating.");
  expect(onSaved).toHaveBeenCalledOnce();
});

it("reports if what was kept is finally refused", async () => {
  const memory = device();
  const before = visit(memory);
  await before.user.click(thumb("Good"));
  const { requests } = visit(memory);
  await answer(requests, "refuse");
  expect(pressed()).toBe("");
  expect(status()).toBe("Your rating was not saved. Database unavailable.");
});

it.each([
  ["changed", "Bad response", 0],
  ["taken back", "Undo", undefined],
] as const)("allows what was kept to be %s", async (_, name, sent) => {
  const memory = device();
  const before = visit(memory);
  await before.user.click(thumb("Good"));
  await answer(before.requests, "keep");
  const { requests, user } = visit(memory);
  await answer(requests, "keep");
  await user.click(button(name));
  expect(requests).toHaveLength(2);
  expect(requests[1]?.body?.rating_value).toBe(sent);
  expect(pressed()).toBe(sent === 0 ? "Bad" : "");
});

it.each([
  ["the host's rating wins over a remembered one", { feedback_id: "theirs", rating_value: 1 }, "Good", ""],
  ["as it was changed elsewhere", { feedback_id: "f", rating_value: 1 }, "Good", ""],
  ["the device adds the details of the same rating", { feedback_id: "f", rating_value: 0 }, "Bad", "Ours"],
  [
    "unless the host brings its own",
    { feedback_id: "f", rating_value: 0, rating_categories: [], feedback_comment: "Theirs" },
    "Bad",
    "Theirs",
  ],
])("%s", async (_, initial, shown, said) => {
  const memory = device();
  const content = { rating_type: "binary", rating_value: 0, feedback_comment: "Ours" };
  memory().write("binary i1", { stored: { feedbackId: "f", content }, wish: null });
  const { user } = visit(memory, { initial, positiveCategories: ["clear"] });
  expect(pressed()).toBe(shown);
  await user.click(button("Tell us more"));
  expect(comment().value).toBe(said);
});

it("treats an unanswered change as newer than what the host knows", async () => {
  const memory = device();
  const initial = { feedback_id: "f", rating_value: 1 };
  await visit(memory, { initial }).user.click(thumb("Bad"));
  visit(memory, { initial });
  expect(pressed()).toBe("Bad");
});

it("treats changes on this page as newer than what the host knows", async () => {
  const memory = device()();
  const { adapter, requests } = controlledAdapter();
  const initial = { feedback_id: "f", rating_value: 1 };
  const bar = <FeedbackBar interactionId="i1" adapter={{ ...adapter, memory }} initial={initial} />;
  const first = render(bar);
  await userEvent.setup().click(button("Undo"));
  await answer(requests, "accept");
  first.unmount();
  render(bar);
  expect([pressed(), status()]).toEqual(["", ""]);
});

it("renders on a server as on a device without a memory", async () => {
  const memory = device();
  await rateDown(memory);
  const { adapter } = controlledAdapter();
  const html = (from: FeedbackAdapter) =>
    renderToString(<FeedbackBar interactionId="i1" adapter={from} />).replaceAll(/ id="[^"]*"/g, "");
  expect(html({ ...adapter, memory: memory() })).toBe(html(adapter));
});

it("shows the same in two bars of one answer, and reports in the one that was used", async () => {
  const memory = device()();
  const { adapter, requests } = controlledAdapter();
  // With different adapters, as when each widget creates its own.
  const bar = (name: string, onSaved: FeedbackBarProps["onSaved"]) => (
    <section aria-label={name}>
      <FeedbackBar interactionId="i1" adapter={{ ...adapter, memory }} onSaved={onSaved} />
    </section>
  );
  const heard = { above: vi.fn(), below: vi.fn() };
  render(
    [bar("above", heard.above), bar("below", heard.below)].map((one, key) => (
      <div key={String(key)}>{one}</div>
    )),
  );
  const at = (name: string) => within(screen.getByRole("region", { name }));
  const user = userEvent.setup();
  const isPressed = (name: string) =>
    at(name).getByRole("button", { name: "Good response" }).getAttribute("aria-pressed");
  await user.click(at("below").getByRole("button", { name: "Good response" }));
  expect([isPressed("above"), isPressed("below"), requests.length]).toEqual(["true", "true", 1]);
  await answer(requests, "accept");
  const words = (name: string) => at(name).getByRole("status").textContent;
  expect([words("above"), words("below")]).toEqual(["", "Thank you for your rating."]);
  expect([heard.above.mock.calls.length, heard.below.mock.calls.length]).toEqual([0, 1]);
  await user.click(at("above").getByRole("button", { name: "Undo" }));
  await answer(requests, "accept");
  expect([words("above"), words("below"), isPressed("below")]).toEqual(["Rating removed.", "", "false"]);
});
