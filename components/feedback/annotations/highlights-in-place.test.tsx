// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { controlledAnnotations } from "../testing/controlled-annotations.ts";
import { InlineAnnotations } from "./inline-annotations.tsx";
import {
  answer,
  button,
  drawn,
  highlight,
  root,
  settle,
  setUp,
  withHighlights,
} from "./testing/annotated-answer.tsx";

withHighlights();

it("draws overlapping passages by their depth, and activates the one whose button has the focus", async () => {
  const { requests, user } = setUp();
  for (const [index, words] of ["The sun is made of", "is made of fire", "made"].entries()) {
    await highlight(words, "x", user);
    await settle(requests[index], "accept");
  }
  await user.click(button("Your highlights (3)"));
  const list = screen.getByRole("list", { name: "Your highlights" });
  // Highlights are drawn where a passage is in the text: the first "made" is the moon's.
  expect(drawn("1")).toEqual(["made", "The sun ", " fire"]);
  expect(drawn("2")).toEqual(["is made of"]);
  const items = within(list).getAllByRole("button", { name: /^(made|The sun|is made)/ });
  await act(async () => items[2]?.focus());
  expect(drawn("active")).toEqual(["is made of fire"]);
  expect(items[2]?.getAttribute("aria-current")).toBe("true");
});

it("opens the passages under a click", async () => {
  const { requests, user } = setUp();
  for (const [index, words] of ["cheese", "is made of fire"].entries()) {
    await highlight(words, "x", user);
    await settle(requests[index], "accept");
  }
  Range.prototype.getClientRects = function (this: Range) {
    const left = String(this) === "cheese" ? 0 : 50;
    return [new DOMRect(left, 0, 60, 20)] as unknown as DOMRectList;
  };
  getSelection()?.removeAllRanges();
  fireEvent.click(root(), { clientX: 10, clientY: 10 });
  expect(screen.getAllByRole("listitem")).toHaveLength(1);
  expect(drawn("active")).toEqual(["cheese"]);
  fireEvent.click(root(), { clientX: 55, clientY: 10 });
  expect(screen.getAllByRole("listitem")).toHaveLength(2);
  fireEvent.click(root(), { clientX: 10, clientY: 90 });
  expect(screen.getAllByRole("listitem")).toHaveLength(2);
});

it("restores the highlights after a reload, in place, even if the answer is rendered differently", async () => {
  const first = setUp();
  await highlight("made of cheese", "Rock", first.user);
  await settle(first.requests[0], "accept");
  first.unmount();
  expect(drawn("1")).toEqual([]);
  setUp({ children: "Well. The **moon** is made of *cheese*. The sun is made of fire." }, first.remembered);
  expect(drawn("1")).toEqual(["made of *cheese"]);
  button("Your highlights (1)");
});

it("follows changes of the answer, and says when the passage is gone", async () => {
  const { show, requests, user } = setUp();
  await highlight("made of fire", "Hot", user);
  await settle(requests[0], "accept");
  await act(async () => show(<p>Before that: the sun is made of fire, too.</p>));
  expect(drawn("1")).toEqual(["made of fire"]);
  await act(async () => show(<p>Nothing of it.</p>));
  expect(drawn("1")).toEqual([]);
  await user.click(button("Your highlights (1)"));
  screen.getByText("This passage was not found in the answer.");
});

it("waits for the answer to be complete", async () => {
  const { show, container } = setUp({
    waiting: true,
    annotations: [{ annotation_id: "a", quote: { exact: "cheese" } }],
  });
  expect(drawn("1")).toEqual([]);
  getSelection()?.selectAllChildren(root());
  fireEvent(document, new Event("selectionchange"));
  expect(container.querySelector(".whetstone-widget")?.getAttribute("data-waiting")).toBe("true");
  await act(async () => show(answer, { waiting: false }));
  expect(drawn("1")).toEqual(["cheese"]);
});

it("shows what the host's server knows, without changing or removing if the host supports neither", async () => {
  const { adapter } = controlledAnnotations();
  const known = {
    annotation_id: "a",
    quote: { exact: "cheese", prefix: null, suffix: null },
    position: null,
  };
  render(
    <InlineAnnotations
      interactionId="i1"
      adapter={{ submit: adapter.submit }}
      annotations={[{ ...known, category: "inaccurate", comment: "Rock." }]}
    >
      {answer}
    </InlineAnnotations>,
  );
  expect(drawn("1")).toEqual(["cheese"]);
  await userEvent.setup().click(button("Your highlights (1)"));
  button("cheeseInaccurateRock.");
  for (const name of [/^Change/, /^Remove/, "Highlight a passage"])
    expect(screen.queryByRole("button", { name })).toBeNull();
});

it("draws boxes behind the text if the browser has no highlights", async () => {
  vi.stubGlobal("CSS", {});
  const observe = vi.fn();
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe = observe;
      disconnect() {}
    },
  );
  Range.prototype.getClientRects = () => [new DOMRect(5, 6, 70, 20)] as unknown as DOMRectList;
  const { container } = setUp({ annotations: [{ annotation_id: "a", quote: { exact: "cheese" } }] });
  const box = container.querySelector<HTMLElement>("[data-mark]");
  expect(box?.style.cssText).toBe("left: 5px; top: 6px; width: 70px; height: 20px;");
  expect(box?.parentElement?.getAttribute("aria-hidden")).toBe("true");
  expect(observe).toHaveBeenCalledWith(root());
});

it("renders the same on a server as initially on a page, and then uses what the device remembers", async () => {
  const first = setUp();
  await highlight("cheese", "Rock", first.user);
  await settle(first.requests[0], "accept");
  cleanup();
  const { adapter } = controlledAnnotations(first.remembered);
  const element = (
    <InlineAnnotations interactionId="i1" adapter={adapter}>
      {answer}
    </InlineAnnotations>
  );
  const errors = vi.spyOn(console, "error").mockImplementation(() => {});
  const host = document.createElement("div");
  host.innerHTML = renderToString(element);
  expect(host.textContent).not.toContain("Your highlights");
  document.body.append(host);
  const hydrated = await act(async () => hydrateRoot(host, element));
  expect(within(host).getByRole("button", { name: "Your highlights (1)" })).toBeDefined();
  expect(errors).not.toHaveBeenCalled();
  await act(async () => hydrated.unmount());
  host.remove();
});
