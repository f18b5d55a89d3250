// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { controlledAdapter } from "../testing/controlled-adapter.ts";
import { loadCompare } from "./compare-tokens.ts";
import { type EditCapture, useEditCapture } from "./use-edit-capture.ts";

const draft = "The quick fox jumps.";
const edited = "The slow fox jumps.";

let world: ReturnType<typeof controlledAdapter>;
let capture: EditCapture;
beforeAll(loadCompare);
beforeEach(() => {
  world = controlledAdapter();
});
afterEach(cleanup);

/** A host that controls the text and has no field to observe. */
function Held() {
  const [value, setValue] = useState(draft);
  capture = useEditCapture({ interactionId: "i1", adapter: world.adapter, draft, value });
  return <textarea value={value} onChange={(event) => setValue(event.target.value)} />;
}

const write = (text: string) => fireEvent.change(screen.getByRole("textbox"), { target: { value: text } });
const submit = () => act(() => capture.capture("submit"));
const leave = () => window.dispatchEvent(new Event("pagehide"));
const sent = () =>
  world.requests.map(({ body }) => [body?.correction_text, body?.metadata?.edit as object | undefined]);
const edit = (trigger: string) => [
  edited,
  expect.objectContaining({ words_kept: 3, words_added: 1, words_removed: 1, edit_distance: 1, trigger }),
];

it.each([
  ["the page is left", "leave", leave],
  ["the component goes", "leave", cleanup],
  ["the host says so", "submit", submit],
] as const)("captures the edit of a controlled value when %s", (_, trigger, take) => {
  render(<Held />);
  write(edited);
  expect(capture).toMatchObject({ text: edited, changed: true });
  take();
  expect(sent()).toEqual([edit(trigger)]);
});

it("uses the final text given by the host", () => {
  render(<Held />);
  act(() => capture.capture("submit", edited));
  expect(sent()).toEqual([edit("submit")]);
});

it("removes the edit when the draft is submitted after it, but not if the host only restores it", async () => {
  render(<Held />);
  write(edited);
  submit();
  await act(async () => world.requests[0]?.accept());
  write(draft);
  leave();
  expect(world.requests).toHaveLength(1);
  write(`${draft} `);
  write(draft);
  submit();
  expect(world.requests[1]).toMatchObject({ feedbackId: world.requests[0]?.feedbackId });
});

it("retries a refused edit even if the component returned with the draft", async () => {
  render(<Held />);
  write(edited);
  cleanup();
  await act(async () => world.requests[0]?.refuse());
  render(<Held />);
  act(() => capture.retry());
  expect(world.requests[1]?.body).toEqual(world.requests[0]?.body);
  expect(world.signals).toEqual([]);
});
