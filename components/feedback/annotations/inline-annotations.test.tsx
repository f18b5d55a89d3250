// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { controlledAnnotations, type HeldAnnotation } from "../testing/controlled-annotations.ts";
import { InlineAnnotations, type InlineAnnotationsProps } from "./inline-annotations.tsx";

/** Highlights as browsers have them; jsdom has none, and no layout. */
const registry = new Map<string, Set<Range>>();
beforeEach(() => {
  vi.stubGlobal("CSS", { highlights: registry });
  vi.stubGlobal("Highlight", Set);
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
  window.scrollBy = () => {};
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  registry.clear();
  getSelection()?.removeAllRanges();
});

const answer = (
  <>
    <p>
      The <b>moon</b> is made of cheese.
    </p>
    <p>The sun is made of fire.</p>
  </>
);

function setUp(props: Partial<InlineAnnotationsProps> = {}, remembered = new Map<string, unknown>()) {
  const { adapter, requests } = controlledAnnotations(remembered);
  const element = (children: ReactNode, more: Partial<InlineAnnotationsProps> = {}) => (
    <StrictMode>
      <InlineAnnotations interactionId="i1" adapter={adapter} {...props} {...more}>
        {children}
      </InlineAnnotations>
    </StrictMode>
  );
  const { rerender, unmount, container } = render(element(props.children ?? answer));
  const show = (children: ReactNode, more?: Partial<InlineAnnotationsProps>) =>
    rerender(element(children, more));
  return { requests, show, unmount, container, remembered, user: userEvent.setup() };
}

const button = (name: string | RegExp) => screen.getByRole("button", { name });
const comment = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: /Comment/ });
const status = () => screen.getByRole("status").textContent;
/** The words that are drawn as highlighted, by depth or as active. */
const drawn = (name: string) => [...(registry.get(`whetstone-${name}`) ?? [])].map(String);
const root = () => document.querySelector(".whetstone-answer") as HTMLElement;

/** Selects words of the answer, which may span elements, and waits for the offer to highlight them. */
async function select(from: string, to = from) {
  const end = (words: string, after: boolean): [Node, number] => {
    const texts = document.createTreeWalker(root(), NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const at = node.textContent?.indexOf(words) ?? -1;
      if (at >= 0) return [node, after ? at + words.length : at];
    }
    throw new Error(`“${words}” is not in the answer.`);
  };
  getSelection()?.setBaseAndExtent(...end(from, false), ...end(to, true));
  fireEvent(document, new Event("selectionchange"));
  return screen.findByRole("button", { name: "Highlight" });
}

async function highlight(words: string, said: string, user: ReturnType<typeof userEvent.setup>) {
  await user.click(await select(words));
  await user.type(comment(), said);
  await user.click(button("Send"));
}

const settle = (request: HeldAnnotation | undefined, how: "accept" | "refuse" | "keep") =>
  act(async () => request?.[how]());

it("sends a selected passage with category and comment, drawn at once and without touching the answer", async () => {
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

it("asks for something to say before it sends nothing", async () => {
  const { requests, user } = setUp();
  await user.click(await select("cheese"));
  await user.click(button("Send"));
  expect(status()).toContain("Choose a reason");
  expect(requests).toEqual([]);
});

it("stays open with what was typed when it is refused, says why, and tries again under the same id", async () => {
  const { requests, user } = setUp();
  await highlight("cheese", "Rock", user);
  await settle(requests[0], "refuse");
  expect(comment().value).toBe("Rock");
  expect(status()).toBe("Your highlight was not saved. The database is away.");
  expect(screen.queryByRole("button", { name: /Your highlights/ })).toBeNull();
  await user.click(button("Try again"));
  expect(requests[1]?.annotation).toEqual(requests[0]?.annotation);
  await settle(requests[1], "accept");
  button("Your highlights (1)");
});

it("tries again with what is typed by then, as another event", async () => {
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

it("closes without sending on Cancel and on Escape, and gives the focus back", async () => {
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

it("draws overlapping passages by their depth, and marks the one whose button has the focus", async () => {
  const { requests, user } = setUp();
  for (const [index, words] of ["The sun is made of", "is made of fire", "made"].entries()) {
    await highlight(words, "x", user);
    await settle(requests[index], "accept");
  }
  await user.click(button("Your highlights (3)"));
  const list = screen.getByRole("list", { name: "Your highlights" });
  // Marks are drawn where a passage stands in the text: "made" is the moon's, the first.
  expect(drawn("1")).toEqual(["made", "The sun ", " fire"]);
  expect(drawn("2")).toEqual(["is made of"]);
  const items = within(list).getAllByRole("button", { name: /^(made|The sun|is made)/ });
  await act(async () => items[2]?.focus());
  expect(drawn("active")).toEqual(["is made of fire"]);
  expect(items[2]?.getAttribute("aria-current")).toBe("true");
});

it("opens the passages that a click lies on", async () => {
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

it("changes what was said: the new one is stored, then the old one taken back", async () => {
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

it("removes a highlight at once, and shows it again when that is refused", async () => {
  const { requests, user } = setUp();
  await highlight("cheese", "Rock", user);
  await settle(requests[0], "accept");
  await user.click(button("Your highlights (1)"));
  await user.click(button("Remove: cheese"));
  expect(drawn("1")).toEqual([]);
  expect(document.activeElement).toBe(button("Highlight a passage"));
  await settle(requests[1], "refuse");
  expect(status()).toBe("Your highlight was not removed. The database is away.");
  expect(drawn("1")).toEqual(["cheese"]);
  await user.click(button("Try again"));
  await settle(requests[2], "accept");
  expect(status()).toBe("Highlight removed.");
  expect(drawn("1")).toEqual([]);
});

it("has the highlights back after a reload, in place, also when the answer is rendered otherwise", async () => {
  const first = setUp();
  await highlight("made of cheese", "Rock", first.user);
  await settle(first.requests[0], "accept");
  first.unmount();
  expect(drawn("1")).toEqual([]);
  setUp({ children: "Well. The **moon** is made of *cheese*. The sun is made of fire." }, first.remembered);
  expect(drawn("1")).toEqual(["made of *cheese"]);
  button("Your highlights (1)");
});

it("follows the answer when it changes, and says so when the passage is gone", async () => {
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

it("shows what the host's server knows, without change or removal where the host can do neither", async () => {
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

it("chooses a passage by the keyboard", async () => {
  const { requests, user } = setUp();
  // What jsdom has not: the caret goes on by a word.
  Selection.prototype.modify = function (alter, _, granularity) {
    const text = this.focusNode?.textContent ?? "";
    const next = granularity === "word" ? text.indexOf(" ", this.focusOffset + 1) : this.focusOffset + 1;
    const to = next < 0 ? text.length : next;
    if (alter === "extend") this.extend(this.focusNode as Node, to);
    else this.collapse(this.focusNode, to);
  };
  await user.click(button("Highlight a passage"));
  const picker = screen.getByRole("application", { name: "Choose a passage of the answer" });
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

it("offers nothing for a selection that only runs through the answer", async () => {
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

it("draws boxes behind the text where the browser has no highlights", async () => {
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

it("renders the same on a server as at first in a page, and takes what the device remembers then", async () => {
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
