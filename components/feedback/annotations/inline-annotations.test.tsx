// @vitest-environment jsdom
import { act, fireEvent, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import {
  answer,
  button,
  comment,
  drawn,
  highlight,
  root,
  select,
  settle,
  setUp,
  status,
  withHighlights,
} from "./testing/annotated-answer.tsx";

withHighlights();

it("sends a selected passage with category and comment, drawn immediately and without changing the answer", async () => {
  const onSaved = vi.fn();
  const { requests, user } = setUp({ onSaved });
  const before = root().innerHTML;
  await user.click(await select("moon", "made of"));
  expect(drawn("1")).toEqual(["moon is made of"]);
  await user.click(screen.getByRole("checkbox", { name: "Inaccurate" }));
  await user.type(comment(), "It is rock.");
  await user.click(button("Send"));
  expect(requests.map(({ annotation }) => annotation)).toEqual([
    {
      interaction_id: "i1",
      annotation_id: expect.any(String),
      quote: { exact: "moon is made of", prefix: "The ", suffix: " cheese.\nThe sun is made of fire" },
      position: { start: 4, end: 19 },
      category: "inaccurate",
      comment: "It is rock.",
    },
  ]);
  button("Your highlights (1)");
  expect(comment().value).toBe("It is rock.");
  await settle(requests[0], "accept");
  expect(status()).toBe("Thank you. Your highlight was saved.");
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(document.activeElement).toBe(button("Highlight a passage"));
  expect(drawn("1")).toEqual(["moon is made of"]);
  expect(root().innerHTML).toBe(before);
  expect(onSaved).toHaveBeenCalledOnce();
});

it("asks for content instead of sending nothing", async () => {
  const { requests, user } = setUp();
  await user.click(await select("cheese"));
  await user.click(button("Send"));
  expect(status()).toContain("Choose a reason");
  expect(requests).toEqual([]);
});

it("stays open with its content when refused, says why, and retries under the same ID", async () => {
  const { requests, user } = setUp();
  await highlight("cheese", "Rock", user);
  await settle(requests[0], "refuse");
  expect(comment().value).toBe("Rock");
  expect(status()).toBe("Your highlight was not saved. Database unavailable.");
  expect(screen.queryByRole("button", { name: /Your highlights/ })).toBeNull();
  await user.click(button("Try again"));
  expect(requests[1]?.annotation).toEqual(requests[0]?.annotation);
  await settle(requests[1], "accept");
  button("Your highlights (1)");
});

it("retries with the current content, as a new event", async () => {
  const { requests, user } = setUp();
  await highlight("cheese", "Rock", user);
  await settle(requests[0], "refuse");
  await user.type(comment(), "y");
  await user.click(button("Try again"));
  expect(requests[1]?.annotation?.comment).toBe("Rocky");
  expect(requests[1]?.annotationId).not.toBe(requests[0]?.annotationId);
});

it("says when a highlight is kept for later, and makes room for the next", async () => {
  const { requests, user } = setUp();
  await highlight("cheese", "Rock", user);
  await settle(requests[0], "keep");
  expect(status()).toBe("Kept on this device. It will be sent when you are back online.");
  expect(screen.queryByRole("textbox")).toBeNull();
  await user.click(button("Your highlights (1)"));
  screen.getByText("Not sent yet");
});

it("closes without sending on Cancel and on Escape, and returns the focus", async () => {
  const { requests, user } = setUp();
  await user.click(await select("cheese"));
  await user.click(button("Cancel"));
  expect(document.activeElement).toBe(button("Highlight a passage"));
  await user.click(await select("cheese"));
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(requests).toEqual([]);
  expect(drawn("1")).toEqual([]);
});

it("stays open when Escape ends a composition", async () => {
  const { user } = setUp();
  await user.click(await select("cheese"));
  await user.type(comment(), "岩");
  fireEvent.keyDown(comment(), { key: "Escape", isComposing: true });
  expect(comment().value).toBe("岩");
});

it("restores an unfinished form after a visit that ended unexpectedly, without moving the focus", async () => {
  const { user, remembered, unmount } = setUp();
  await user.click(await select("cheese"));
  await user.click(screen.getByRole("checkbox", { name: "Inaccurate" }));
  await user.type(comment(), "Half a thought");
  const left = new Map(remembered);
  unmount();
  const { requests, user: again } = setUp({}, left);
  expect(comment().value).toBe("Half a thought");
  expect(drawn("active")).toEqual(["cheese"]);
  expect(document.activeElement).toBe(document.body);
  await again.click(button("Send"));
  expect(requests[0]?.annotation).toMatchObject({
    quote: { exact: "cheese" },
    category: "inaccurate",
    comment: "Half a thought",
  });
  expect([...left].filter(([key, value]) => key.startsWith("draft ") && value)).toEqual([]);
});

it("restores what was typed after another answer was shown", async () => {
  const { user, show } = setUp();
  await user.click(await select("cheese"));
  await user.type(comment(), "Half a thought");
  show(answer, { interactionId: "i2" });
  expect(screen.queryByRole("textbox")).toBeNull();
  show(answer);
  expect(comment().value).toBe("Half a thought");
});

it("restores what was typed when its passage is selected again, but not for another passage", async () => {
  const { user } = setUp();
  await user.click(await select("cheese"));
  await user.type(comment(), "Half a thought");
  await user.keyboard("{Escape}");
  await user.click(await select("cheese"));
  expect(comment().value).toBe("Half a thought");
  await user.keyboard("{Escape}");
  await user.click(await select("moon"));
  expect(comment().value).toBe("");
});

it("changes the content: the new one is stored, then the old one is removed", async () => {
  const { requests, user } = setUp();
  await highlight("cheese", "Rock", user);
  await settle(requests[0], "accept");
  await user.click(button("Your highlights (1)"));
  await user.click(button("Change: cheese"));
  expect(comment().value).toBe("Rock");
  await user.type(comment(), ", all of it");
  await user.click(button("Send"));
  button("Your highlights (1)");
  await settle(requests[1], "accept");
  expect(requests[1]?.annotation).toMatchObject({ quote: { exact: "cheese" }, comment: "Rock, all of it" });
  expect(requests[2]?.annotationId).toBe(requests[0]?.annotationId);
  expect(requests[2]?.annotation).toBeUndefined();
});

it("removes a highlight immediately, and shows it again if that is refused", async () => {
  const { requests, user } = setUp();
  await highlight("cheese", "Rock", user);
  await settle(requests[0], "accept");
  await user.click(button("Your highlights (1)"));
  await user.click(button("Remove: cheese"));
  expect(drawn("1")).toEqual([]);
  expect(document.activeElement).toBe(button("Highlight a passage"));
  await settle(requests[1], "refuse");
  expect(status()).toBe("Your highlight was not removed. Database unavailable.");
  expect(drawn("1")).toEqual(["cheese"]);
  await user.click(button("Try again"));
  await settle(requests[2], "accept");
  expect(status()).toBe("Highlight removed.");
  expect(drawn("1")).toEqual([]);
});

it("selects a passage with the keyboard", async () => {
  const { requests, user } = setUp();
  // Missing in jsdom: moves the caret by a word.
  Selection.prototype.modify = function (alter, _, granularity) {
    const text = this.focusNode?.textContent ?? "";
    const next = granularity === "word" ? text.indexOf(" ", this.focusOffset + 1) : this.focusOffset + 1;
    const to = next < 0 ? text.length : next;
    if (alter === "extend") this.extend(this.focusNode as Node, to);
    else this.collapse(this.focusNode, to);
  };
  await user.click(button("Highlight a passage"));
  const picker = screen.getByRole("application", { name: "Select a passage in the answer" });
  expect(document.activeElement).toBe(picker);
  expect(picker.textContent).toBe("Before: The moon is made of cheese.\nThe sun is");
  await user.keyboard("{Enter}");
  expect(status()).toContain("Nothing is selected yet");
  await user.keyboard("{Shift>}{Control>}{ArrowRight}{/Control}{/Shift}");
  expect(picker.textContent).toBe("Selected: The");
  await user.keyboard("{Enter}");
  await user.type(comment(), "Which?");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(requests[0]?.annotation).toMatchObject({ quote: { exact: "The" }, comment: "Which?" });
  await settle(requests[0], "accept");
  await user.click(button("Highlight a passage"));
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("application")).toBeNull();
  expect(document.activeElement).toBe(button("Highlight a passage"));
});

it("offers nothing for a selection that only passes through the answer", async () => {
  vi.useFakeTimers();
  setUp();
  const range = document.createRange();
  range.selectNode(document.body);
  getSelection()?.addRange(range);
  fireEvent(document, new Event("selectionchange"));
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  vi.useRealTimers();
  expect(screen.queryByRole("button", { name: "Highlight" })).toBeNull();
});
