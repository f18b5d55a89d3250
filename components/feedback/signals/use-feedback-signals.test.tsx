// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { StrictMode, useRef } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { SignalFields } from "../adapter/bodies.ts";
import { fakeSight } from "./testing/fake-sight.ts";
import {
  type FeedbackSignals,
  type FeedbackSignalsOptions,
  useFeedbackSignals,
} from "./use-feedback-signals.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.getSelection()?.removeAllRanges();
});

type Options = Partial<FeedbackSignalsOptions> & {
  gone?: boolean;
  told?: (signals: FeedbackSignals) => void;
};

function Answer({ interactionId = "i1", adapter = {}, gone, told, ...rest }: Options) {
  const answer = useRef<HTMLDivElement>(null);
  const signals = useFeedbackSignals({ interactionId, adapter, answer, ...rest });
  told?.(signals);
  if (gone) return null;
  return (
    <div ref={answer} data-testid={interactionId}>
      The moon is <b>made of</b> rock <a href="/a">1</a> <a href="/b">2</a> <a href="/a">1</a>.
    </div>
  );
}

function setUp(options: Options = {}) {
  const sent: SignalFields[] = [];
  const adapter = { signal: (signal: SignalFields) => void sent.push(signal) };
  const sight = fakeSight();
  vi.stubGlobal("IntersectionObserver", sight.IntersectionObserver);
  let signals = {} as FeedbackSignals;
  const draw = (more: Options = {}) => (
    <StrictMode>
      <Answer adapter={adapter} told={(told) => (signals = told)} {...options} {...more} />
    </StrictMode>
  );
  const { rerender, unmount } = render(draw());
  const answer = () => screen.getByTestId(options.interactionId ?? "i1");
  const change = (more: Options) => rerender(draw(more));
  return { sent, sight, adapter, answer, change, unmount, signals: () => signals };
}

function select(start: [Node | null, number], end: [Node | null, number]) {
  const range = document.createRange();
  range.setStart(start[0] as Node, start[1]);
  range.setEnd(end[0] as Node, end[1]);
  document.getSelection()?.addRange(range);
}

function turnPage(visibility: "hidden" | "visible") {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(visibility);
  fireEvent(document, new Event("visibilitychange"));
}

it("reports which share of the answer was copied", () => {
  const { sent, answer } = setUp();
  select([answer().firstChild, 4], [answer().querySelector("b"), 1]);
  fireEvent.copy(answer());
  expect(sent).toEqual([{ interaction_id: "i1", signal: "copy", value: 0.522 }]);
});

it("reports the whole answer for a selection that begins and ends outside", () => {
  const { sent } = setUp();
  select([document.body, 0], [document.body, document.body.childNodes.length]);
  fireEvent.copy(document.body);
  expect(sent).toMatchObject([{ signal: "copy", value: 1 }]);
});

it("reports nothing that is copied elsewhere", () => {
  const { sent } = setUp();
  const other = document.body.appendChild(document.createElement("p"));
  other.textContent = "Something else";
  select([other, 0], [other, 1]);
  fireEvent.copy(other);
  other.remove();
  expect(sent).toEqual([]);
});

it("reports a separate share for each of two answers on a page", () => {
  const sent: SignalFields[] = [];
  const adapter = { signal: (signal: SignalFields) => void sent.push(signal) };
  render([
    <Answer key="1" interactionId="i1" adapter={adapter} />,
    <Answer key="2" interactionId="i2" adapter={adapter} />,
  ]);
  const second = screen.getByTestId("i2");
  select([screen.getByTestId("i1"), 0], [second.firstChild, 4]);
  fireEvent.copy(screen.getByTestId("i1"));
  expect(sent.map(({ interaction_id, value }) => [interaction_id, value])).toEqual([
    ["i1", 1],
    ["i2", 0.13],
  ]);
});

it("reports which citation was clicked, also with the middle button but not with the right one", () => {
  const { sent, answer } = setUp();
  const links = answer().querySelectorAll("a");
  fireEvent.click(links[1] as Element);
  fireEvent(links[2] as Element, new MouseEvent("auxclick", { bubbles: true, button: 1 }));
  fireEvent(links[2] as Element, new MouseEvent("auxclick", { bubbles: true, button: 2 }));
  fireEvent.click(answer());
  expect(sent).toMatchObject([
    { signal: "citation_click", value: 2 },
    { signal: "citation_click", value: 1 },
  ]);
});

it("reports the dwell time once when the answer disappears", () => {
  const { sent, sight, answer, unmount } = setUp();
  act(() => sight.show(answer(), 0.6));
  vi.advanceTimersByTime(4_200);
  unmount();
  fireEvent(window, new Event("pagehide"));
  expect(sent).toEqual([{ interaction_id: "i1", signal: "dwell", value: 4.2 }]);
  expect(sight.watched()).toEqual([]);
});

it("reports the dwell time when the page is hidden, and again after a return", () => {
  const { sent, sight, answer, unmount } = setUp();
  act(() => sight.show(answer(), 1));
  vi.advanceTimersByTime(2_000);
  turnPage("hidden");
  fireEvent(window, new Event("pagehide"));
  expect(sent.map(({ value }) => value)).toEqual([2]);
  vi.advanceTimersByTime(60_000);
  turnPage("visible");
  vi.advanceTimersByTime(3_000);
  unmount();
  expect(sent.map(({ value }) => value)).toEqual([2, 3]);
});

it("reports no dwell time for an answer that was scrolled past", () => {
  const { sent, sight, answer, unmount } = setUp();
  act(() => sight.show(answer(), 0.3));
  vi.advanceTimersByTime(5_000);
  act(() => sight.show(answer(), 0.9));
  vi.advanceTimersByTime(800);
  act(() => sight.show(answer(), 0));
  unmount();
  expect(sent).toEqual([]);
});

it("continues counting while the reader is active", () => {
  const { sent, sight, answer, unmount } = setUp();
  act(() => sight.show(answer(), 1));
  vi.advanceTimersByTime(55_000);
  fireEvent.scroll(document);
  vi.advanceTimersByTime(55_000);
  unmount();
  expect(sent).toMatchObject([{ signal: "dwell", value: 110 }]);
});

it("reports an answer's dwell time when the host shows another or removes it from the page", () => {
  const { sent, sight, answer, change } = setUp();
  act(() => sight.show(answer(), 1));
  vi.advanceTimersByTime(2_000);
  change({ interactionId: "i2" });
  act(() => sight.show(screen.getByTestId("i2"), 1));
  vi.advanceTimersByTime(3_000);
  change({ interactionId: "i2", gone: true });
  expect(sent.map(({ interaction_id, value }) => [interaction_id, value])).toEqual([
    ["i1", 2],
    ["i2", 3],
  ]);
  expect(sight.watched()).toEqual([]);
});

it("observes an answer only once it is complete", () => {
  const { sight, answer, change, signals, sent } = setUp({ waiting: true });
  expect(sight.watched()).toEqual([]);
  signals().abandoned();
  expect(sent).toMatchObject([{ signal: "abandon" }]);
  change({ waiting: false });
  expect(sight.watched()).toEqual([answer()]);
});

it("reports what the host knows", () => {
  const { sent, signals, change } = setUp({ question: "How do I reset my password?" });
  const { regenerated, nextQuestion, abandoned, sessionCompleted, accepted, copied } = signals();
  regenerated();
  nextQuestion("How can I reset the password?");
  nextQuestion("How do I delete my account?");
  abandoned();
  sessionCompleted();
  accepted();
  copied();
  copied(0.25);
  change({ question: undefined });
  nextQuestion("And now?");
  expect(sent.map(({ signal, value }) => [signal, value])).toEqual([
    ["regenerate", undefined],
    ["rephrase", 0.88],
    ["follow_up", 0.17],
    ["abandon", undefined],
    ["session_complete", undefined],
    ["accept", undefined],
    ["copy", 1],
    ["copy", 0.25],
    ["follow_up", undefined],
  ]);
  expect(signals().accepted).toBe(accepted);
});

it.each<[string, Options, object]>([
  ["Do Not Track", {}, { doNotTrack: "1" }],
  ["Global Privacy Control", {}, { globalPrivacyControl: true }],
  ["an adapter that tells nobody", { adapter: {} }, {}],
  ["a host that says so", { enabled: false }, {}],
])("observes and reports nothing under %s", (_, options, wishes) => {
  vi.stubGlobal("navigator", { ...wishes, onLine: true });
  const { sent, sight, signals, answer } = setUp(options);
  expect(sight.watched()).toEqual([]);
  fireEvent.click(answer().querySelector("a") as Element);
  signals().accepted();
  expect(sent).toEqual([]);
});

it("observes copies and clicks if visibility is unknown", () => {
  const { sent, answer } = setUp();
  cleanup();
  sent.length = 0;
  vi.stubGlobal("IntersectionObserver", undefined);
  render(<Answer adapter={{ signal: (signal) => void sent.push(signal) }} />);
  fireEvent.click(answer().querySelector("a") as Element);
  expect(sent).toMatchObject([{ signal: "citation_click", value: 1 }]);
});
