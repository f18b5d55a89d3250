import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, StrictMode } from "react";
import { afterEach, beforeEach, vi } from "vitest";
import { controlledAnnotations, type HeldAnnotation } from "../../testing/controlled-annotations.ts";
import { InlineAnnotations, type InlineAnnotationsProps } from "../inline-annotations.tsx";

const registry = new Map<string, Set<Range>>();

/** Gives each test CSS highlights and layout, which jsdom lacks. */
export function withHighlights(): void {
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
}

/** An answer to highlight passages in. */
export const answer = (
  <>
    <p>
      The <b>moon</b> is made of cheese.
    </p>
    <p>The sun is made of fire.</p>
  </>
);

/** An answer on a page, on a device with a memory. */
export function setUp(props: Partial<InlineAnnotationsProps> = {}, remembered = new Map<string, unknown>()) {
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

/** A button by its name. */
export const button = (name: string | RegExp) => screen.getByRole("button", { name });
/** The comment field. */
export const comment = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: /Comment/ });
/** The text of the live region. */
export const status = () => screen.getByRole("status").textContent;
/** The words drawn as highlighted, by depth or as active. */
export const drawn = (name: string) => [...(registry.get(`whetstone-${name}`) ?? [])].map(String);
/** The element with the answer. */
export const root = () => document.querySelector(".whetstone-answer") as HTMLElement;

/** Selects words of the answer, which can span elements, and waits for the highlight button. */
export async function select(from: string, to = from) {
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

/** Highlights the words and sends a category and comment. */
export async function highlight(words: string, said: string, user: ReturnType<typeof userEvent.setup>) {
  await user.click(await select(words));
  await user.type(comment(), said);
  await user.click(button("Send"));
}

/** Responds to a request. */
export const settle = (request: HeldAnnotation | undefined, how: "accept" | "refuse" | "keep") =>
  act(async () => request?.[how]());
