// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, expect, it, vi } from "vitest";
import type { FeedbackAdapter, Improvement } from "../adapter/adapter.ts";
import { deviceMemory } from "../adapter/memory.ts";
import { ImpactNotice, type ImpactNoticeProps } from "./impact-notice.tsx";

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const improvement = (id: string, more: Partial<Improvement> = {}): Improvement => ({
  improvement_id: id,
  title: `Improvement ${id}`,
  shipped_at: `2026-01-0${id}T12:00:00Z`,
  ...more,
});

let scopes = 0;
const newMemory = () => deviceMemory(`impact ${scopes++}`);

/** A notice with an adapter whose response the test controls. */
function setUp(props: Partial<ImpactNoticeProps> = {}) {
  const asked: { of: string; answer(found: unknown): void; fail(): void }[] = [];
  const adapter: Pick<FeedbackAdapter, "impact" | "memory"> = {
    impact: (of) =>
      new Promise((resolve, reject) => {
        asked.push({
          of,
          answer: (found) => resolve(found as Improvement[]),
          fail: () => reject(new Error("away")),
        });
      }),
    memory: newMemory(),
  };
  const draw = (more: Partial<ImpactNoticeProps> = {}) => (
    <ImpactNotice interactionId="i1" adapter={adapter} {...props} {...more} />
  );
  const { container, rerender } = render(draw());
  return {
    asked,
    adapter,
    container,
    change: (more: Partial<ImpactNoticeProps>) => rerender(draw(more)),
    user: userEvent.setup(),
  };
}

const note = () => screen.queryByRole("note");
const close = () => screen.getByRole("button", { name: "Close this note" });

it("renders nothing before there is a response, and nothing without improvements", async () => {
  const { asked, container } = setUp();
  expect(container.innerHTML).toBe("");
  await act(async () => asked[0]?.answer([]));
  expect(container.innerHTML).toBe("");
  expect(asked.map(({ of }) => of)).toEqual(["i1"]);
});

it.each<[string, (asked: { answer(found: unknown): void; fail(): void } | undefined) => void]>([
  ["could not be asked", (asked) => asked?.fail()],
  ["answered something else", (asked) => asked?.answer({ data: "?" })],
])("renders nothing if the server %s", async (_, answer) => {
  const { asked, container } = setUp();
  await act(async () => answer(asked[0]));
  expect(container.innerHTML).toBe("");
});

it("renders nothing if the adapter has no improvements, or throws", async () => {
  const throws = () => {
    throw new Error("broken");
  };
  for (const adapter of [{}, { impact: throws }]) {
    const { container } = setUp({ adapter });
    await act(async () => {});
    expect(container.innerHTML).toBe("");
  }
});

it("shows an improvement as a note named by its heading, without interrupting anyone", async () => {
  const { asked } = setUp();
  await act(async () => asked[0]?.answer([improvement("5", { description: "<b>Shorter</b>" })]));
  expect(screen.getByRole("note", { name: "Your feedback helped improve:" }).textContent).toContain(
    "Improvement 5<b>Shorter</b>Shipped on January 5, 2026",
  );
  expect(screen.getByRole("status").textContent).toBe("");
  expect(screen.queryByRole("button", { name: /more/ })).toBeNull();
});

it("shows the newest of several, and expands the others", async () => {
  const { user } = setUp({ improvements: ["1", "3", "2"].map((id) => improvement(id)) });
  const told = () => note()?.textContent?.match(/Improvement \d/g);
  expect(told()).toEqual(["Improvement 3"]);
  const more = screen.getByRole("button", { name: "and 2 more", expanded: false });
  await user.click(more);
  expect(told()).toEqual(["Improvement 3", "Improvement 2", "Improvement 1"]);
  expect(more.getAttribute("aria-expanded")).toBe("true");
  expect(document.getElementById(more.getAttribute("aria-controls") ?? "")?.tagName).toBe("UL");
  await user.click(more);
  expect(told()).toEqual(["Improvement 3"]);
});

it("makes no request if the host knows the improvements, or while the answer is being generated", async () => {
  const { asked, change, container } = setUp({ improvements: [improvement("1")], waiting: true });
  expect(container.innerHTML).toBe("");
  change({ waiting: false });
  expect(note()).not.toBeNull();
  expect(asked).toEqual([]);
});

it("closes, says so, keeps the focus in place and takes no space", async () => {
  const { user, container } = setUp({ improvements: [improvement("1")] });
  close().focus();
  await user.keyboard("{Enter}");
  expect(note()).toBeNull();
  expect(screen.getByRole("status").textContent).toBe("The note is closed.");
  expect(document.activeElement).toBe(screen.getByRole("status"));
  expect(container.querySelector(".whetstone-widget")?.classList).toContain("whetstone-hidden");
});

it("does not show again what was closed, including collapsed ones, but shows new ones", async () => {
  const memory = newMemory();
  const first = setUp({ adapter: { memory }, improvements: [improvement("1"), improvement("2")] });
  await first.user.click(close());
  cleanup();
  const again = setUp({ adapter: { memory }, improvements: [improvement("1"), improvement("2")] });
  expect(again.container.innerHTML).toBe("");
  again.change({ improvements: [improvement("1"), improvement("2"), improvement("3")] });
  expect(note()?.textContent).toContain("Improvement 3");
  expect(note()?.textContent).not.toContain("more");
});

it("closes on every answer of the page that shows the same", async () => {
  const adapter = { memory: newMemory() };
  const improvements = [improvement("1")];
  render(
    ["i1", "i2"].map((id) => (
      <ImpactNotice key={id} interactionId={id} adapter={adapter} improvements={improvements} />
    )),
  );
  await userEvent.click(screen.getAllByRole("button", { name: "Close this note" })[0] as HTMLElement);
  expect(note()).toBeNull();
});

it("shows an improvement in one notice of a page, and in the next once that is gone", () => {
  const notice = (id: string) => (
    <ImpactNotice key={id} interactionId={id} adapter={{}} improvements={[improvement("1")]} />
  );
  const { rerender } = render([notice("i1"), notice("i2")]);
  expect(screen.getAllByRole("note")).toHaveLength(1);
  rerender([notice("i2")]);
  expect(screen.getAllByRole("note")).toHaveLength(1);
});

it("names how many led to it where the reader may not have", () => {
  const lead = "312 people’s feedback shaped this:";
  setUp({ improvements: [improvement("1", { lead })] });
  expect(screen.getByRole("note", { name: lead })).toBeTruthy();
});

/** A screen that says whether a note is on it. */
function screenOf() {
  let tell = (_: boolean) => {};
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(told: (entries: { isIntersecting: boolean }[]) => void) {
        tell = (isIntersecting) => told([{ isIntersecting }]);
      }
      observe() {}
      disconnect() {}
    },
  );
  return { show: () => tell(true), hide: () => tell(false) };
}

it("says once that it was read: when it was in sight for a moment, and what was unfolded or closed with it", async () => {
  vi.useFakeTimers();
  const sight = screenOf();
  const read: (readonly string[])[] = [];
  const impact = async (_: string, ids: readonly string[] = []) => {
    read.push(ids);
    return [];
  };
  setUp({ adapter: { impact }, improvements: [improvement("1"), improvement("2"), improvement("3")] });
  sight.show();
  vi.advanceTimersByTime(500);
  sight.hide();
  vi.advanceTimersByTime(5_000);
  expect(read).toEqual([]);
  sight.show();
  vi.advanceTimersByTime(1_000);
  sight.show();
  vi.advanceTimersByTime(1_000);
  expect(read).toEqual([["3"]]);
  act(() => close().click());
  expect(read).toEqual([["3"], ["2", "1"]]);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("also closes without a memory, as long as it is on the page", async () => {
  const { user, change } = setUp({ adapter: {}, improvements: [improvement("1")] });
  await user.click(close());
  change({ adapter: {}, improvements: [improvement("1")] });
  expect(note()).toBeNull();
});

it("ignores a response for an interaction that is gone", async () => {
  const { asked, change } = setUp();
  await act(async () => {});
  change({ interactionId: "i2" });
  await act(async () => asked[1]?.answer([improvement("2")]));
  await act(async () => asked[0]?.answer([improvement("1")]));
  expect(note()?.textContent).toContain("Improvement 2");
});

it("renders nothing on a server, where it is unknown what was closed, and works in strict mode", async () => {
  const notice = <ImpactNotice interactionId="i1" adapter={{}} improvements={[improvement("1")]} />;
  expect(renderToString(notice)).toBe("");
  render(<StrictMode>{notice}</StrictMode>);
  expect(screen.getAllByRole("note")).toHaveLength(1);
});
