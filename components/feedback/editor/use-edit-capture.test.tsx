// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { StrictMode } from "react";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { controlledAdapter } from "../testing/controlled-adapter.ts";
import { loadCompare } from "./compare-tokens.ts";
import { type EditCapture, type EditCaptureOptions, useEditCapture } from "./use-edit-capture.ts";

const draft = "The quick fox jumps.";
const edited = "The slow fox jumps.";

let world: ReturnType<typeof controlledAdapter>;
let capture: EditCapture;
beforeAll(loadCompare);
beforeEach(() => {
  world = controlledAdapter();
});
afterEach(() => {
  cleanup();
  setVisibility("visible");
});

type Kind = "textarea" | "input" | "contenteditable";
type Own = Partial<EditCaptureOptions>;

function Field({ kind, ...own }: Own & { kind: Kind }) {
  capture = useEditCapture({ interactionId: "i1", adapter: world.adapter, draft, ...own });
  const { ref } = capture;
  if (kind === "contenteditable")
    return (
      // biome-ignore lint/a11y/useSemanticElements: a field that draws its text is what this is about
      <div
        ref={ref}
        role="textbox"
        tabIndex={0}
        contentEditable
        suppressContentEditableWarning
        data-testid="field"
      >
        {draft}
      </div>
    );
  const Element = kind;
  // A new function every time, as hosts with their own ref write it.
  return <Element ref={(field: HTMLElement | null) => ref(field)} data-testid="field" defaultValue={draft} />;
}

const show = (own: Own & { kind?: Kind } = {}) =>
  render(
    <StrictMode>
      <form onSubmit={(event) => event.preventDefault()}>
        <Field kind="textarea" {...own} />
        <button type="submit">Post</button>
      </form>
    </StrictMode>,
  );

const field = () => screen.getByTestId<HTMLTextAreaElement>("field");

function write(text: string) {
  act(() => field().focus());
  if ("value" in field()) fireEvent.input(field(), { target: { value: text } });
  else {
    field().textContent = text;
    fireEvent.input(field());
  }
}

function setVisibility(state: DocumentVisibilityState) {
  Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
  act(() => void document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
}

const submit = () => fireEvent.submit(field().closest("form") as HTMLFormElement);
const copy = () => fireEvent.copy(field());
const bodies = () => world.requests.map(({ body }) => body);
const sentTexts = () => bodies().map((body) => body?.correction_text);
const correction = (trigger: string) => ({
  interaction_id: "i1",
  feedback_id: expect.any(String),
  rating_type: "correction",
  correction_text: edited,
  metadata: {
    edit: {
      words_kept: 3,
      words_added: 1,
      words_removed: 1,
      edit_distance: 1,
      time_spent_ms: expect.any(Number),
      trigger,
    },
  },
});

const triggers: [string, string, () => void][] = [
  ["the form around is submitted", "submit", submit],
  ["somebody copies from it", "copy", copy],
  ["the page is hidden", "leave", () => setVisibility("hidden")],
  ["the page is left", "leave", () => window.dispatchEvent(new Event("pagehide"))],
  ["the component goes", "leave", cleanup],
  ["the host says so", "submit", () => act(() => capture.capture("submit"))],
];

it.each(
  triggers.flatMap(([name, trigger, take]) =>
    (["textarea", "input", "contenteditable"] as const).map((kind) => [kind, name, trigger, take] as const),
  ),
)("captures the edit of a field of the kind %s when %s", (kind, _, trigger, take) => {
  show({ kind });
  write(edited);
  take();
  expect(bodies()).toEqual([correction(trigger)]);
});

it.each(triggers)("sends the same text once when %s after it was submitted", (_name, _trigger, take) => {
  show();
  write(edited);
  submit();
  take();
  expect(sentTexts()).toEqual([edited]);
});

it("replaces an earlier text with a later one", async () => {
  show();
  write(edited);
  copy();
  await act(async () => world.requests[0]?.accept());
  write("Another fox.");
  submit();
  expect(sentTexts()).toEqual([edited, "Another fox."]);
});

it.each([
  ["submitted", submit],
  ["copied", copy],
])("reports that the draft was accepted when it is %s unchanged, once", (_, take) => {
  show();
  take();
  take();
  expect(world.signals).toEqual([{ interaction_id: "i1", signal: "accept" }]);
  expect(world.requests).toEqual([]);
});

it("remembers across visits that the draft was accepted", () => {
  show();
  submit();
  cleanup();
  show();
  submit();
  expect(world.signals).toHaveLength(1);
});

it("reports no acceptance for users who object to tracking", () => {
  Object.defineProperty(navigator, "doNotTrack", { value: "1", configurable: true });
  show();
  submit();
  expect(world.signals).toEqual([]);
  Reflect.deleteProperty(navigator, "doNotTrack");
});

it.each([
  ["hidden", () => setVisibility("hidden")],
  ["gone", cleanup],
])("reports nothing for a draft that is %s unchanged", (_, leave) => {
  show();
  leave();
  expect([world.requests, world.signals]).toEqual([[], []]);
});

it("removes the edit when the user returned to the draft", async () => {
  show();
  write(edited);
  submit();
  await act(async () => world.requests[0]?.accept());
  write(draft);
  setVisibility("hidden");
  expect(world.requests[1]).toMatchObject({ feedbackId: world.requests[0]?.feedbackId });
  expect(bodies()[1]).toBeUndefined();
});

it.each([
  ["empties the field", ""],
  ["puts the draft back", draft],
])("keeps the edit when the page %s after submitting", async (_, text) => {
  show();
  write(edited);
  submit();
  await act(async () => world.requests[0]?.accept());
  field().value = text;
  setVisibility("hidden");
  copy();
  expect(world.requests).toHaveLength(1);
});

it("captures nothing while the draft is being generated", () => {
  show({ waiting: true });
  write(edited);
  for (const [, , take] of triggers) take();
  expect([world.requests, world.signals]).toEqual([[], []]);
});

it("captures what was typed when the field is removed, but not when it is only rendered again", async () => {
  const { rerender } = render(<Field kind="textarea" />);
  write(edited);
  rerender(<Field kind="textarea" metadata={{ again: true }} />);
  await act(async () => {});
  expect(world.requests).toEqual([]);
  rerender(<Field kind="contenteditable" />);
  expect(world.requests).toEqual([]);
  act(() => capture.ref(null));
  await act(async () => {});
  expect(sentTexts()).toEqual([edited]);
});

it("leaves one answer's edit when the next answer replaces it", () => {
  const { rerender } = render(<Field kind="textarea" />);
  write(edited);
  rerender(<Field kind="textarea" interactionId="i2" draft="Another draft." />);
  expect(bodies()).toEqual([correction("leave")]);
  write("Another edit.");
  copy();
  expect(bodies()[1]).toMatchObject({ interaction_id: "i2", correction_text: "Another edit." });
});

it("compares rendered text with rendered text, so that Markdown without its syntax is not an edit", () => {
  show({ kind: "contenteditable", draft: "The **quick** fox [jumps](https://example.com)." });
  copy();
  expect([world.requests, world.signals.length]).toEqual([[], 1]);
  write(edited);
  copy();
  expect(bodies()).toEqual([correction("copy")]);
});

it("reads a field with the host's function", () => {
  show({ kind: "contenteditable", readText: (element) => element.textContent?.toUpperCase() ?? "" });
  write(edited);
  copy();
  expect(sentTexts()).toEqual([edited.toUpperCase()]);
});

it("reports the size of the edit", async () => {
  show();
  expect(capture).toMatchObject({ text: draft, changed: false, counts: null, sent: null });
  write(edited);
  expect(capture).toMatchObject({ text: edited, changed: true });
  await act(() => new Promise((resolve) => setTimeout(resolve)));
  expect(capture.counts).toEqual({ kept: 3, added: 1, removed: 1, distance: 1 });
});

it("reports the outcome, and offers to retry the same event", async () => {
  show();
  write(edited);
  submit();
  expect(capture).toMatchObject({ busy: true, sent: edited });
  await act(async () => world.requests[0]?.refuse());
  expect(capture).toMatchObject({
    busy: false,
    sent: null,
    outcome: {
      words: "Your edit was not saved. Your text is still here. Database unavailable.",
      canRetry: true,
    },
  });
  act(() => capture.retry());
  expect(bodies()[1]).toEqual(bodies()[0]);
  await act(async () => world.requests[1]?.accept());
  expect(capture.outcome.words).toBe("Thank you. Your edit was saved.");
});

it("drops a refused edit when the user returned to the draft", async () => {
  show();
  write(edited);
  submit();
  await act(async () => world.requests[0]?.refuse({ status: 403, retryable: false }));
  write(draft);
  act(() => capture.retry());
  expect(world.requests).toHaveLength(1);
  expect(capture.outcome.canRetry).toBe(false);
});

it("returns what was sent before, for hosts that show it again", async () => {
  show();
  write(edited);
  submit();
  await act(async () => world.requests[0]?.accept());
  cleanup();
  show();
  expect(capture).toMatchObject({ sent: edited, text: draft });
  copy();
  expect(world.requests).toHaveLength(1);
});
