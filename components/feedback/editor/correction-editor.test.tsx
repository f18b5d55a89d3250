// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderToString } from "react-dom/server";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { controlledAdapter } from "../testing/controlled-adapter.ts";
import { loadCompare } from "./compare-tokens.ts";
import { CorrectionEditor, type CorrectionEditorProps } from "./correction-editor.tsx";

beforeAll(loadCompare);
afterEach(cleanup);

const draft = "The quick fox jumps.";

function setUp(props: Partial<CorrectionEditorProps> = {}) {
  const { adapter, requests, signals } = controlledAdapter();
  const onFinal = vi.fn();
  const widget = (
    <CorrectionEditor interactionId="i1" adapter={adapter} draft={draft} onFinal={onFinal} {...props} />
  );
  const { rerender } = render(
    <form onSubmit={(event) => event.preventDefault()}>
      {widget}
      <button type="submit">Post</button>
    </form>,
  );
  return { adapter, requests, signals, onFinal, rerender, user: userEvent.setup() };
}

const field = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Edit the draft" });
const button = (name: string) => screen.getByRole("button", { name });
const status = () => screen.getByRole("status").textContent;

it("starts with the draft, and its live region in place", () => {
  setUp();
  expect(field().value).toBe(draft);
  expect(status()).toBe("");
});

it("submits the final text as a correction", async () => {
  const { requests, onFinal, user } = setUp();
  await user.type(field(), " High.");
  await user.click(button("Submit"));
  expect(requests.map(({ body }) => body)).toEqual([
    {
      interaction_id: "i1",
      feedback_id: expect.any(String),
      rating_type: "correction",
      correction_text: `${draft} High.`,
      metadata: {
        edit: {
          words_kept: 4,
          words_added: 1,
          words_removed: 0,
          edit_distance: 1,
          time_spent_ms: expect.any(Number),
          trigger: "submit",
        },
      },
    },
  ]);
  expect(onFinal).toHaveBeenCalledWith(`${draft} High.`);
  await act(async () => requests[0]?.accept());
  expect(status()).toBe("Thank you. Your edit was saved.");
});

it("counts unchanged text as accepted, once, however it is submitted", async () => {
  const { requests, signals, onFinal, user } = setUp();
  await user.click(button("Submit"));
  expect(status()).toBe("Thank you. You kept the draft as it is.");
  fireEvent.copy(field());
  await user.click(button("Copy"));
  await user.click(button("Post"));
  expect(requests).toEqual([]);
  expect(signals).toEqual([{ interaction_id: "i1", signal: "accept" }]);
  expect(onFinal).toHaveBeenCalledWith(draft);
});

it("sends nothing for an empty text", async () => {
  const { requests, signals, user } = setUp();
  await user.clear(field());
  await user.click(button("Submit"));
  expect(status()).toBe("There is no text to submit.");
  expect([requests, signals]).toEqual([[], []]);
});

it("captures an edit when the user leaves, but not an unchanged draft", async () => {
  const { requests, user } = setUp();
  window.dispatchEvent(new Event("pagehide"));
  expect(requests).toEqual([]);
  await user.type(field(), "!");
  cleanup();
  expect(requests[0]?.body).toMatchObject({
    correction_text: `${draft}!`,
    metadata: { edit: { trigger: "leave" } },
  });
});

it("shows what was sent before, and still compares with the draft", async () => {
  const { adapter, requests, user } = setUp();
  await user.type(field(), "!");
  await user.click(button("Submit"));
  await act(async () => requests[0]?.accept());
  cleanup();
  render(<CorrectionEditor interactionId="i1" adapter={adapter} draft={draft} />);
  expect(field().value).toBe(`${draft}!`);
  expect(status()).toBe("");
  await user.type(field(), "{Backspace}");
  await user.click(button("Submit"));
  expect(requests[1]).toMatchObject({ feedbackId: requests[0]?.feedbackId });
  expect(requests[1]?.body).toBeUndefined();
});

it("says so if an edit cannot be removed", async () => {
  const { adapter, requests } = controlledAdapter();
  const { remove, ...withoutRemove } = adapter;
  render(<CorrectionEditor interactionId="i1" adapter={withoutRemove} draft={draft} />);
  const user = userEvent.setup();
  await user.type(field(), "!");
  await user.click(button("Submit"));
  await act(async () => requests[0]?.accept());
  await user.type(field(), "{Backspace}");
  await user.click(button("Submit"));
  expect(requests).toHaveLength(1);
  expect(status()).toContain("This rating can be changed, but not removed.");
});

it.each([
  ["copying from the text", async () => fireEvent.copy(field())],
  ["the copy button", async () => userEvent.click(button("Copy"))],
  ["the form around it", async () => userEvent.click(button("Post"))],
])("captures the edit by %s, once for the same text", async (_, take) => {
  const { requests, user } = setUp();
  await user.type(field(), "!");
  await take();
  await take();
  expect(requests).toHaveLength(1);
  expect(requests[0]?.body?.correction_text).toBe(`${draft}!`);
  await act(async () => requests[0]?.accept());
  await take();
  expect(requests).toHaveLength(1);
  await user.type(field(), "?");
  await take();
  expect(requests.at(-1)?.body?.correction_text).toBe(`${draft}!?`);
});

it("copies the text to the clipboard and says so", async () => {
  const { user } = setUp();
  await user.click(button("Copy"));
  expect(await navigator.clipboard.readText()).toBe(draft);
  expect(status()).toBe("Copied.");
});

it("keeps the text when refused, says so, and retries under the same ID", async () => {
  const { requests, user } = setUp();
  await user.type(field(), "!");
  await user.click(button("Submit"));
  await act(async () => requests[0]?.refuse());
  expect(field().value).toBe(`${draft}!`);
  expect(status()).toBe("Your edit was not saved. Your text is still here. Database unavailable.");
  await user.click(button("Try again"));
  expect(requests[1]?.body).toEqual(requests[0]?.body);
  await act(async () => requests[1]?.accept());
  expect(document.activeElement).toBe(field());
});

it("still has a refused edit when it returns to the page, and retries it", async () => {
  const { adapter, requests, signals, user } = setUp();
  await user.type(field(), "!");
  cleanup();
  await act(async () => requests[0]?.refuse());
  render(<CorrectionEditor interactionId="i1" adapter={adapter} draft={draft} />);
  expect(field().value).toBe(`${draft}!`);
  expect(status()).toContain("Your text is still here.");
  await user.click(button("Try again"));
  expect(requests[1]?.body).toEqual(requests[0]?.body);
  expect(signals).toEqual([]);
});

it("retries with the current text of the editor", async () => {
  const { requests, user } = setUp();
  await user.type(field(), "!");
  await user.click(button("Submit"));
  await act(async () => requests[0]?.refuse());
  await user.type(field(), "!");
  await user.click(button("Try again"));
  expect(requests[1]?.body?.correction_text).toBe(`${draft}!!`);
  expect(requests[1]?.feedbackId).not.toBe(requests[0]?.feedbackId);
});

it("removes the edit when the user returns to the draft", async () => {
  const { requests, user } = setUp();
  await user.type(field(), "!");
  await user.click(button("Submit"));
  await act(async () => requests[0]?.accept());
  await user.type(field(), "{Backspace}");
  await user.click(button("Submit"));
  expect(requests[1]).toMatchObject({ feedbackId: requests[0]?.feedbackId });
  await act(async () => requests[1]?.accept());
  expect(status()).toBe("Your edit was removed.");
});

it("shows the changes word by word in semantic elements", async () => {
  const { user } = setUp();
  expect(button("Show changes").getAttribute("aria-expanded")).toBe("false");
  await user.click(button("Show changes"));
  expect(button("Show changes").getAttribute("aria-expanded")).toBe("true");
  await screen.findByText("No changes yet.");
  fireEvent.change(field(), { target: { value: "The slow fox jumps." } });
  expect((await screen.findByRole("insertion")).textContent).toContain("slow");
  expect(screen.getByRole("deletion").textContent).toContain("quick");
  screen.getByText("Words kept: 3, added: 1, removed: 1");
});

it("follows a draft that is still being generated, until the user edits it", async () => {
  const { adapter, rerender, user } = setUp();
  const show = (text: string) =>
    rerender(<CorrectionEditor interactionId="i2" adapter={adapter} draft={text} />);
  show("Once");
  show("Once upon");
  expect(field().value).toBe("Once upon");
  await user.type(field(), "!");
  show("Once upon a time");
  expect(field().value).toBe("Once upon!");
});

it("renders on a server as initially in the browser, and only then shows what was sent before", async () => {
  const { adapter, requests, user } = setUp();
  await user.type(field(), "!");
  await user.click(button("Submit"));
  await act(async () => requests[0]?.accept());
  cleanup();
  const editor = <CorrectionEditor interactionId="i1" adapter={adapter} draft={draft} />;
  const complaints = vi.spyOn(console, "error");
  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = renderToString(editor);
  expect(field().value).toBe(draft);
  render(editor, { container, hydrate: true });
  expect(field().value).toBe(`${draft}!`);
  expect(complaints).not.toHaveBeenCalled();
});

it("belongs to the form outside of its shadow root", async () => {
  const form = document.body.appendChild(document.createElement("form"));
  const container = form
    .appendChild(document.createElement("div"))
    .attachShadow({ mode: "open" })
    .appendChild(document.createElement("div"));
  const { adapter, requests } = controlledAdapter();
  render(<CorrectionEditor interactionId="i1" adapter={adapter} draft={draft} />, { container });
  const area = container.querySelector("textarea") as HTMLTextAreaElement;
  fireEvent.input(area, { target: { value: `${draft}!` } });
  fireEvent.submit(form);
  expect(requests.map(({ body }) => body?.correction_text)).toEqual([`${draft}!`]);
  form.remove();
});
