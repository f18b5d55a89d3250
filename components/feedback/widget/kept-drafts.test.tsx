// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { FeedbackAdapter } from "../adapter/adapter.ts";
import type { Memory } from "../adapter/memory.ts";
import { FeedbackBar, loadBarDetails } from "../bar/feedback-bar.tsx";
import { CommentBox } from "../comment/comment-box.tsx";
import { CorrectionEditor } from "../editor/correction-editor.tsx";
import { controlledAdapter } from "../testing/controlled-adapter.ts";

beforeAll(loadBarDetails);
beforeEach(() => {
  device.clear();
});
afterEach(cleanup);

const device = new Map<string, string>();

/** An adapter of a page opened on the device, whose storage is text. */
function newPage() {
  const { adapter, requests } = controlledAdapter();
  const memory: Memory = {
    read: (key) => JSON.parse(device.get(key) ?? "null") ?? undefined,
    write: (key, value) =>
      void (value === undefined ? device.delete(key) : device.set(key, JSON.stringify(value))),
  };
  return { adapter: { ...adapter, memory }, requests };
}

const field = () => screen.getByRole<HTMLTextAreaElement>("textbox");
const kept = () => [...device.keys()].filter((key) => key.startsWith("draft "));

type Draw = (adapter: FeedbackAdapter, interactionId?: string) => ReactNode;

const widgets: [string, Draw, () => Promise<void>, string][] = [
  [
    "the bar",
    (adapter, id = "i1") => <FeedbackBar interactionId={id} adapter={adapter} />,
    () => userEvent.click(screen.getByRole("button", { name: "Bad response" })),
    "Half a thought",
  ],
  [
    "the comment box",
    (adapter, id = "i1") => <CommentBox interactionId={id} adapter={adapter} />,
    async () => {},
    "Half a thought",
  ],
  [
    "the editor",
    (adapter, id = "i1") => <CorrectionEditor interactionId={id} adapter={adapter} draft="The draft. " />,
    async () => {},
    "The draft. Half a thought",
  ],
];

it.each(widgets)(
  "%s still has what was typed when a list removes it from the page and brings it back",
  async (_, draw, begin, text) => {
    const { adapter } = newPage();
    const { unmount } = render(draw(adapter));
    await begin();
    await userEvent.type(field(), "Half a thought");
    unmount();
    render(draw(adapter));
    expect(field().value).toBe(text);
  },
);

it.each(widgets)(
  "%s still has what was typed after another answer was shown in its place",
  async (_, draw, begin, text) => {
    const { adapter } = newPage();
    const { rerender } = render(draw(adapter));
    await begin();
    await userEvent.type(field(), "Half a thought");
    rerender(draw(adapter, "i2"));
    expect(screen.queryByRole<HTMLTextAreaElement>("textbox")?.value ?? "").not.toContain("Half a thought");
    rerender(draw(adapter));
    expect(field().value).toBe(text);
  },
);

it.each(widgets)(
  "%s still has what was typed after a page that ended unexpectedly",
  async (_, draw, begin, text) => {
    render(draw(newPage().adapter));
    await begin();
    await userEvent.type(field(), "Half a thought");
    await vi.waitFor(() => expect([...device.values()].join()).toContain("Half a thought"));
    const left = new Map(device);
    cleanup();
    device.clear();
    for (const [key, value] of left) device.set(key, value);
    render(draw(newPage().adapter));
    expect(field().value).toBe(text);
  },
);

it("keeps what is selected in the bar, and for which thumb", async () => {
  const { adapter } = newPage();
  const bar = <FeedbackBar interactionId="i1" adapter={adapter} />;
  const { unmount } = render(bar);
  await userEvent.click(screen.getByRole("button", { name: "Bad response" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "Too long" }));
  unmount();
  render(bar);
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Too long" }).checked).toBe(true);
});

it("deletes what was typed once it is sent, and restores it if refused", async () => {
  const { adapter, requests } = newPage();
  const box = <CommentBox interactionId="i1" adapter={adapter} />;
  const { unmount } = render(box);
  await userEvent.type(field(), "Good");
  expect(kept()).toEqual(["draft comment i1"]);
  await userEvent.click(screen.getByRole("button", { name: "Send" }));
  expect(kept()).toEqual([]);
  await act(async () => requests[0]?.refuse());
  expect(kept()).toEqual(["draft comment i1"]);
  unmount();
  render(box);
  expect(field().value).toBe("Good");
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  await act(async () => requests[1]?.accept());
  expect(kept()).toEqual([]);
});

it.each([
  ["the bar", "draft binary i1", widgets[0]?.[1]],
  ["the comment box", "draft comment i1", widgets[1]?.[1]],
  ["the editor", "draft correction i1", widgets[2]?.[1]],
] as const)("%s ignores invalid drafts", (_, key, draw) => {
  for (const value of ['{"details":{"0":{"comment":7}}}', "[]", "7"]) {
    device.set(key, value);
    render(draw?.(newPage().adapter));
    expect(
      screen.queryAllByRole<HTMLTextAreaElement>("textbox").map(({ value: text }) => text),
    ).not.toContain(value);
    cleanup();
  }
});
