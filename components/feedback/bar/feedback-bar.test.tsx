// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { controlledAdapter, type HeldRequest } from "../testing/controlled-adapter.ts";
import { FeedbackBar, type FeedbackBarProps, loadBarDetails } from "./feedback-bar.tsx";

beforeAll(loadBarDetails);
afterEach(cleanup);

function setUp(props: Partial<FeedbackBarProps> = {}) {
  const { adapter, requests } = controlledAdapter();
  render(<FeedbackBar interactionId="i1" adapter={adapter} {...props} />);
  return { adapter, requests, user: userEvent.setup() };
}

const thumb = (name: "Good" | "Bad") => screen.getByRole("button", { name: `${name} response` });
const pressed = () =>
  (["Good", "Bad"] as const).filter((name) => thumb(name).getAttribute("aria-pressed") === "true").join();
const status = () => screen.getByRole("status").textContent;
const comment = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Comment (optional)" });
const button = (name: string) => screen.getByRole("button", { name });

/** Lets the test respond to the latest request. */
async function answer(requests: HeldRequest[], how: "accept" | "refuse") {
  await act(async () => requests.at(-1)?.[how]());
}

it("has its live region on the page before there is a message", () => {
  setUp();
  expect(screen.getByRole("status").getAttribute("aria-live")).toBe("polite");
  expect(status()).toBe("");
});

it("shows and sends a thumb immediately, and says thanks when it is stored", async () => {
  const onSaved = vi.fn();
  const { requests, user } = setUp({ onSaved, metadata: { page: "/help" } });
  await user.click(thumb("Good"));
  expect(pressed()).toBe("Good");
  expect(status()).toBe("");
  expect(requests.map(({ body }) => body)).toEqual([
    {
      interaction_id: "i1",
      feedback_id: expect.any(String),
      rating_type: "binary",
      rating_value: 1,
      metadata: { page: "/help" },
    },
  ]);
  await answer(requests, "accept");
  expect(status()).toBe("Thank you for your rating.");
  expect(onSaved).toHaveBeenCalledOnce();
});

it("changes to the other thumb", async () => {
  const { requests, user } = setUp();
  await user.click(thumb("Good"));
  await answer(requests, "accept");
  await user.click(thumb("Bad"));
  expect(pressed()).toBe("Bad");
  expect(requests.at(-1)?.body?.rating_value).toBe(0);
  expect(requests[1]?.feedbackId).not.toBe(requests[0]?.feedbackId);
});

it("has one request in progress and sends the latest change after it", async () => {
  const { requests, user } = setUp();
  await user.click(thumb("Good"));
  await user.click(thumb("Bad"));
  await user.click(thumb("Good"));
  await user.click(thumb("Bad"));
  expect(requests).toHaveLength(1);
  await answer(requests, "accept");
  expect(requests.map(({ body }) => body?.rating_value)).toEqual([1, 0]);
  expect(pressed()).toBe("Bad");
});

it("removes the rating with Undo, which leaves the focus on the thumb", async () => {
  const { requests, user } = setUp();
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
  await user.click(thumb("Bad"));
  await answer(requests, "accept");
  await user.click(button("Undo"));
  expect(pressed()).toBe("");
  expect(document.activeElement).toBe(thumb("Bad"));
  await answer(requests, "accept");
  expect(requests[1]).toMatchObject({ feedbackId: requests[0]?.feedbackId });
  expect(screen.queryByRole("textbox")).toBeNull();
});

it("offers no Undo if the host cannot remove ratings", async () => {
  const { adapter } = controlledAdapter();
  render(<FeedbackBar interactionId="i1" adapter={{ submit: adapter.submit }} />);
  await userEvent.setup().click(thumb("Good"));
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});

it("sends the same again when its thumb is pressed again, with its details: only Undo removes it", async () => {
  const initial = { feedback_id: "old", rating_value: 0, feedback_comment: "Too long" };
  const { requests, user } = setUp({ initial });
  await user.click(thumb("Bad"));
  expect(pressed()).toBe("Bad");
  expect(requests.map(({ body }) => body)).toMatchObject([{ rating_value: 0, feedback_comment: "Too long" }]);
  await answer(requests, "accept");
  await user.click(thumb("Bad"));
  await user.click(thumb("Bad"));
  expect(requests.map(({ body }) => body?.rating_value)).toEqual([0, 0]);
  await answer(requests, "accept");
  await user.click(button("Undo"));
  expect(requests[2]).toMatchObject({ feedbackId: requests[1]?.feedbackId });
  await answer(requests, "accept");
  expect(status()).toBe("Rating removed.");
  expect(screen.queryByRole("textbox")).toBeNull();
});

it("stays pressed if the host cannot remove ratings", async () => {
  const { adapter, requests } = controlledAdapter();
  render(<FeedbackBar interactionId="i1" adapter={{ submit: adapter.submit }} />);
  const user = userEvent.setup();
  await user.click(thumb("Good"));
  await answer(requests, "accept");
  await user.click(thumb("Good"));
  expect(pressed()).toBe("Good");
  expect(requests.map(({ body }) => body?.rating_value)).toEqual([1, 1]);
});

it("rolls a refused thumb back, says why, and retries under the same ID", async () => {
  const onRefused = vi.fn();
  const { requests, user } = setUp({ onRefused });
  await user.click(thumb("Good"));
  await answer(requests, "refuse");
  expect(pressed()).toBe("");
  expect(status()).toBe("Your rating was not saved. Database unavailable.");
  expect(onRefused).toHaveBeenCalledOnce();
  await user.click(button("Try again"));
  expect(pressed()).toBe("Good");
  expect(requests[1]?.body).toEqual(requests[0]?.body);
  expect(document.activeElement).toBe(button("Try again"));
  await answer(requests, "accept");
  expect(status()).toBe("Thank you for your rating.");
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  expect(document.activeElement).toBe(thumb("Good"));
});

it("shows the thumb again if its removal is refused", async () => {
  const { requests, user } = setUp();
  await user.click(thumb("Good"));
  await answer(requests, "accept");
  await user.click(button("Undo"));
  await answer(requests, "refuse");
  expect(pressed()).toBe("Good");
  expect(status()).toContain("Your rating was not removed.");
});

it("keeps its labels and is never disabled, whatever its state", async () => {
  const { requests, user } = setUp();
  await user.click(thumb("Good"));
  expect(thumb("Good").hasAttribute("disabled")).toBe(false);
  expect(document.activeElement).toBe(thumb("Good"));
  await answer(requests, "accept");
  expect(thumb("Good").getAttribute("aria-label")).toBe("Good response");
});

it("starts with what the server has, and can remove it", async () => {
  const { requests, user } = setUp({ initial: { feedback_id: "old", rating_value: 1 } });
  expect(pressed()).toBe("Good");
  await user.click(button("Undo"));
  expect(requests).toMatchObject([{ feedbackId: "old" }]);
});

it("sends the latest change even if the widget has left the page", async () => {
  const { adapter, requests } = controlledAdapter();
  const { unmount } = render(<FeedbackBar interactionId="i1" adapter={adapter} />);
  const user = userEvent.setup();
  await user.click(thumb("Good"));
  await user.click(thumb("Bad"));
  unmount();
  await answer(requests, "accept");
  expect(requests.map(({ body }) => body?.rating_value)).toEqual([1, 0]);
});

it("starts over for another interaction", async () => {
  const { adapter } = controlledAdapter();
  const { rerender } = render(<FeedbackBar interactionId="i1" adapter={adapter} />);
  await userEvent.setup().click(thumb("Good"));
  rerender(<FeedbackBar interactionId="i2" adapter={adapter} />);
  expect(pressed()).toBe("");
});

it("turns an error of the host's adapter into a message", async () => {
  const submit = () => Promise.reject(new Error("secret stack"));
  render(<FeedbackBar interactionId="i1" adapter={{ submit }} />);
  await userEvent.setup().click(thumb("Good"));
  expect(status()).toBe("Your rating was not saved. Something went wrong.");
});

it("says where an unsent rating is kept, keeps what was typed, and says thanks when it arrives", async () => {
  const onSaved = vi.fn();
  const { requests, user } = setUp({ onSaved });
  await user.click(thumb("Bad"));
  await act(async () => requests.at(-1)?.keep());
  expect(status()).toBe("Kept on this device. It will be sent when you are back online.");
  expect(thumb("Bad").getAttribute("aria-busy")).toBe("false");
  await user.type(comment(), "Too long");
  await user.click(button("Send"));
  await act(async () => requests.at(-1)?.keep());
  expect(requests.map(({ body }) => body?.feedback_comment)).toEqual([undefined, "Too long"]);
  expect(comment().value).toBe("Too long");
  expect(onSaved).not.toHaveBeenCalled();
  await answer(requests, "accept");
  expect(status()).toBe("Thank you for the details.");
  expect(onSaved).toHaveBeenCalledOnce();
});

it("drops a kept rating that is removed, and ignores its outcome", async () => {
  const { requests, user } = setUp();
  await user.click(thumb("Good"));
  await act(async () => requests[0]?.keep());
  await user.click(button("Undo"));
  expect(pressed()).toBe("");
  expect(requests[1]?.feedbackId).toBe(requests[0]?.feedbackId);
  await act(async () => requests[0]?.refuse());
  await answer(requests, "accept");
  expect(status()).toBe("Rating removed.");
});
