// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { CategoryPicker } from "../categories/category-picker.tsx";
import { controlledAdapter, type HeldRequest } from "../testing/controlled-adapter.ts";
import { CommentBox, type CommentBoxProps } from "./comment-box.tsx";

afterEach(cleanup);

function setUp(props: Partial<CommentBoxProps> = {}) {
  const { adapter, requests } = controlledAdapter();
  render(<CommentBox interactionId="i1" adapter={adapter} {...props} />);
  return { adapter, requests, user: userEvent.setup() };
}

const box = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Your comment" });
const send = () => screen.getByRole("button", { name: "Send" });
const status = () => screen.getByRole("status").textContent;

async function answer(requests: HeldRequest[], how: "accept" | "refuse" | "keep") {
  await act(async () => requests.at(-1)?.[how]());
}

it("sends a comment, says thanks, and leaves it for changes", async () => {
  const { requests, user } = setUp({ metadata: { page: "/help" } });
  await user.type(box(), " Good, but long. ");
  await user.click(send());
  expect(requests.map(({ body }) => body)).toEqual([
    {
      interaction_id: "i1",
      feedback_id: expect.any(String),
      rating_type: "comment",
      feedback_comment: "Good, but long.",
      metadata: { page: "/help" },
    },
  ]);
  await answer(requests, "accept");
  expect(status()).toBe("Thank you for your feedback.");
  await user.type(box(), "Very.");
  await user.click(send());
  expect(requests[1]?.body?.feedback_comment).toBe("Good, but long. Very.");
});

it.each(["{Control>}{Enter}{/Control}", "{Meta>}{Enter}{/Meta}"])("sends by %s", async (keys) => {
  const { requests, user } = setUp();
  await user.type(box(), `Good${keys}`);
  expect(requests).toHaveLength(1);
});

it("asks for a comment instead of sending nothing", async () => {
  const { requests, user } = setUp();
  await user.type(box(), "  ");
  await user.click(send());
  expect(requests).toEqual([]);
  expect(status()).toBe("Write a comment first.");
  await user.type(box(), "A");
  expect(status()).toBe("");
});

it("sends nothing twice", async () => {
  const { requests, user } = setUp();
  await user.type(box(), "Good");
  await user.click(send());
  expect(screen.queryByRole("button", { name: "Sent" })).toBeNull();
  await answer(requests, "accept");
  await user.click(screen.getByRole("button", { name: "Sent" }));
  expect(requests).toHaveLength(1);
  expect(status()).toBe("Thank you for your feedback.");
  await user.type(box(), "!");
  expect(send().textContent).toBe("Send");
});

it("removes the comment when an empty one is sent", async () => {
  const { requests, user } = setUp({ initial: { feedback_id: "f", feedback_comment: "Hm" } });
  expect(box().value).toBe("Hm");
  await user.clear(box());
  await user.click(send());
  expect(requests.map(({ feedbackId, body }) => [feedbackId, body])).toEqual([["f", undefined]]);
  await answer(requests, "accept");
  expect([box().value, status()]).toEqual(["", "Your feedback was removed."]);
});

it("keeps what was typed when refused, and sends it again under the same ID", async () => {
  const { requests, user } = setUp();
  await user.type(box(), "Good");
  await user.click(send());
  await answer(requests, "refuse");
  expect(box().value).toBe("Good");
  expect(status()).toBe("Your feedback was not saved. Database unavailable.");
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(requests[1]?.body).toEqual(requests[0]?.body);
  await answer(requests, "accept");
  expect(document.activeElement).toBe(box());
});

it("retries with what was typed since", async () => {
  const { requests, user } = setUp();
  await user.type(box(), "Good");
  await user.click(send());
  await answer(requests, "refuse");
  await user.type(box(), "!");
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(requests[1]?.body?.feedback_comment).toBe("Good!");
  expect(requests[1]?.feedbackId).not.toBe(requests[0]?.feedbackId);
});

it("shows the comment again when it returns to the page", async () => {
  const { adapter, requests } = controlledAdapter();
  const first = render(<CommentBox interactionId="i1" adapter={adapter} />);
  const user = userEvent.setup();
  await user.type(box(), "Good");
  await user.click(send());
  await answer(requests, "accept");
  first.unmount();
  render(<CommentBox interactionId="i1" adapter={adapter} />);
  expect([box().value, status()]).toEqual(["Good", ""]);
});

it("still has what was refused when it returns to the page, and retries it", async () => {
  const { adapter, requests } = controlledAdapter();
  const first = render(<CommentBox interactionId="i1" adapter={adapter} />);
  const user = userEvent.setup();
  await user.type(box(), "Good");
  await user.click(send());
  first.unmount();
  await answer(requests, "refuse");
  render(<CommentBox interactionId="i1" adapter={adapter} />);
  expect(box().value).toBe("Good");
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(requests.map(({ body }) => body?.feedback_comment)).toEqual(["Good", "Good"]);
  expect(requests[1]?.feedbackId).toBe(requests[0]?.feedbackId);
});

/** A picker and a box for the same answer, with separate adapters that share the device's memory. */
function setUpBoth() {
  const { adapter, requests } = controlledAdapter();
  const values = new Map<string, unknown>();
  const memory = {
    read: (key: string) => values.get(key),
    write: (key: string, value: unknown) => void values.set(key, value),
  };
  render(
    <>
      <CategoryPicker interactionId="i1" adapter={{ ...adapter, memory }} />
      <CommentBox interactionId="i1" adapter={{ ...adapter, memory }} />
    </>,
  );
  const said = () => {
    const { rating_categories, feedback_comment } = requests.at(-1)?.body ?? {};
    return [rating_categories, feedback_comment];
  };
  const tick = (name: string) => user.click(screen.getByRole("checkbox", { name }));
  const user = userEvent.setup();
  return { requests, user, said, tick };
}

it("adds to the rating of a category picker for the same answer, and vice versa", async () => {
  const { requests, user, said, tick } = setUpBoth();
  await tick("Other");
  await answer(requests, "accept");
  await user.type(box(), "Good");
  await user.click(send());
  expect(said()).toEqual([["other"], "Good"]);
  await answer(requests, "accept");
  await tick("Too long");
  expect(said()).toEqual([["other", "too_long"], "Good"]);
  await answer(requests, "accept");
  expect(screen.getAllByRole("status").map((region) => region.textContent)).toEqual([
    "Thank you for your feedback.",
    "",
  ]);
});

it("does so even while the other is being sent, and removes the rating only when both are empty", async () => {
  const { requests, user, said, tick } = setUpBoth();
  await tick("Other");
  await user.type(box(), "Good");
  await user.click(send());
  await answer(requests, "accept");
  expect(said()).toEqual([["other"], "Good"]);
  await answer(requests, "accept");
  await tick("Other");
  expect(said()).toEqual([undefined, "Good"]);
  await answer(requests, "accept");
  await user.clear(box());
  await user.click(send());
  expect(requests.at(-1)?.body).toBeUndefined();
});

it("does not lose a selection with a refused comment", async () => {
  const { requests, user, said, tick } = setUpBoth();
  await user.type(box(), "Good");
  await user.click(send());
  await tick("Other");
  await answer(requests, "refuse");
  expect(said()).toEqual([["other"], "Good"]);
});
