// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { Dialog } from "./dialog.tsx";

// jsdom has no modal dialogs; a browser focuses the first control of all, which is Close.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
    this.querySelector<HTMLElement>("button, input, textarea, select")?.focus();
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});
afterEach(cleanup);

const open = (children: ReactNode, onClose = vi.fn()) => {
  render(
    <Dialog open onClose={onClose} title="A dialog">
      {children}
    </Dialog>,
  );
  return onClose;
};

test.each<[string, ReactNode]>([
  ["alone", <input key="field" aria-label="Name" />],
  ["a text area", <textarea key="field" aria-label="Name" />],
  [
    "after a choice and a button",
    <form key="form">
      <input type="radio" name="kind" />
      <input type="checkbox" />
      <button type="button">Help</button>
      <input type="hidden" name="id" />
      <input disabled />
      <input aria-label="Name" />
    </form>,
  ],
])("text goes into the field, spaces too: %s", async (_case, children) => {
  const onClose = open(children);
  await userEvent.keyboard("My first view");
  expect((screen.getByLabelText("Name") as HTMLInputElement).value).toBe("My first view");
  expect(onClose).not.toHaveBeenCalled();
});

test("without a text field its first control has the focus", () => {
  open(
    <>
      <p>It cannot be undone.</p>
      <button type="button">Cancel</button>
      <button type="button">Delete</button>
    </>,
  );
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Cancel" }));
});

test("without any control Close keeps it", () => {
  open(<p>Only text.</p>);
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Close" }));
});
