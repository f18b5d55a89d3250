// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, expect, it } from "vitest";
import { controlledAdapter, type HeldRequest } from "../testing/controlled-adapter.ts";
import { defaultPositiveCategories } from "../widget/offered-categories.ts";
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

it("adds categories and a comment to the same rating", async () => {
  const { requests, user } = setUp();
  await user.click(thumb("Bad"));
  await answer(requests, "accept");
  await user.click(screen.getByRole("checkbox", { name: "Inaccurate" }));
  await user.click(screen.getByRole("checkbox", { name: "Too long" }));
  await user.type(comment(), "Missed the point");
  await user.click(button("Send"));
  expect(requests.at(-1)?.body).toMatchObject({
    rating_type: "binary",
    rating_value: 0,
    rating_categories: ["inaccurate", "too_long"],
    feedback_comment: "Missed the point",
  });
  await answer(requests, "accept");
  expect(status()).toBe("Thank you for the details.");
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(document.activeElement).toBe(thumb("Bad"));
  await user.click(button("Tell us more"));
  expect(comment().value).toBe("Missed the point");
});

it("asks for nothing after a thumbs up unless the host offers reasons", async () => {
  const { user } = setUp();
  await user.click(thumb("Good"));
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(screen.queryByRole("button", { name: "Tell us more" })).toBeNull();
});

it("asks what was good, and adds it to the thumbs up", async () => {
  const { requests, user } = setUp({ positiveCategories: defaultPositiveCategories });
  await user.click(thumb("Good"));
  await answer(requests, "accept");
  screen.getByRole("group", { name: "What was good?" });
  expect(comment().placeholder).toBe("What did you like?");
  await user.click(screen.getByRole("checkbox", { name: "Well written" }));
  await user.type(comment(), "Nice");
  await user.click(button("Send"));
  expect(requests.at(-1)?.body).toMatchObject({
    rating_value: 1,
    rating_categories: ["well_written"],
    feedback_comment: "Nice",
  });
  await answer(requests, "accept");
  expect(document.activeElement).toBe(thumb("Good"));
});

it("keeps what was selected for one thumb out of the other's rating, and shows it again with its own", async () => {
  const { requests, user } = setUp({ positiveCategories: ["clear"] });
  await user.click(thumb("Bad"));
  await answer(requests, "accept");
  await user.click(screen.getByRole("checkbox", { name: "Too long" }));
  await user.type(comment(), "Boring");
  await user.click(thumb("Good"));
  await answer(requests, "accept");
  expect(comment().value).toBe("");
  await user.click(screen.getByRole("checkbox", { name: "Clear" }));
  await user.click(button("Send"));
  expect(requests.at(-1)?.body).toMatchObject({ rating_value: 1, rating_categories: ["clear"] });
  expect(requests.at(-1)?.body?.feedback_comment).toBeUndefined();
  await answer(requests, "accept");
  await user.click(thumb("Bad"));
  expect(comment().value).toBe("Boring");
});

it("offers the host's categories with the host's labels", async () => {
  const { user } = setUp({
    categories: ["made_up", "unsafe"],
    texts: { categories: { unsafe: "Dangerous" } },
  });
  await user.click(thumb("Bad"));
  expect(screen.getAllByRole("checkbox")).toHaveLength(2);
  screen.getByRole("checkbox", { name: "Made up" });
  screen.getByRole("checkbox", { name: "Dangerous" });
});

it("asks for content instead of sending nothing", async () => {
  const { requests, user } = setUp();
  await user.click(thumb("Bad"));
  await answer(requests, "accept");
  await user.click(button("Send"));
  expect(requests).toHaveLength(1);
  expect(status()).toContain("Choose a reason");
});

it("keeps what was typed when the details are refused, and sends it again under the same ID", async () => {
  const { requests, user } = setUp();
  await user.click(thumb("Bad"));
  await answer(requests, "accept");
  await user.type(comment(), "Wrong year");
  await user.click(button("Send"));
  await answer(requests, "refuse");
  expect(pressed()).toBe("Bad");
  expect(comment().value).toBe("Wrong year");
  await user.click(button("Try again"));
  expect(requests[2]?.body).toEqual(requests[1]?.body);
});

it("keeps what is being typed when the thumb itself is refused", async () => {
  const { requests, user } = setUp();
  await user.click(thumb("Bad"));
  await user.type(comment(), "Wrong");
  await answer(requests, "refuse");
  expect(pressed()).toBe("");
  expect(comment().value).toBe("Wrong");
  expect(document.activeElement).toBe(comment());
});

it("says thanks after the last step: once the details are sent or closed", async () => {
  const { requests, user } = setUp();
  await user.click(thumb("Bad"));
  await answer(requests, "accept");
  expect([status(), screen.getByRole("status").parentElement?.dataset.done]).toEqual(["", undefined]);
  await user.click(button("Tell us more"));
  expect(status()).toBe("Thank you for your rating.");
  expect(screen.getByRole("status").parentElement?.dataset.done).toBe("true");
  await user.click(button("Tell us more"));
  await user.type(comment(), "Too long");
  expect(status()).toBe("");
  await user.click(button("Send"));
  await answer(requests, "accept");
  expect(status()).toBe("Thank you for the details.");
});

it("says that the details are sent until they change, and closes when that is pressed", async () => {
  const initial = { feedback_id: "old", rating_value: 0, feedback_comment: "Too long" };
  const { requests, user } = setUp({ initial });
  await user.click(button("Tell us more"));
  await user.type(comment(), "!");
  expect(button("Send")).toBeTruthy();
  await user.keyboard("{Backspace}");
  await user.click(button("Sent"));
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(requests).toEqual([]);
});

it.each([
  ["Escape in the field", () => userEvent.keyboard("{Escape}")],
  ["a press outside", () => userEvent.click(document.body)],
])("closes on %s, and keeps what was typed", async (_, fold) => {
  const { user } = setUp();
  await user.click(thumb("Bad"));
  await user.type(comment(), "Half a thought");
  await fold();
  expect(screen.queryByRole("textbox")).toBeNull();
  await user.click(button("Tell us more"));
  expect(comment().value).toBe("Half a thought");
});

it("closes on Escape from its thumb, and leaves a surrounding dialog open", async () => {
  const heard: string[] = [];
  const { adapter } = controlledAdapter();
  render(
    // biome-ignore lint/a11y/noStaticElementInteractions: stands for a dialog
    <div onKeyDown={({ key }) => heard.push(key)}>
      <FeedbackBar interactionId="i1" adapter={adapter} />
    </div>,
  );
  const user = userEvent.setup();
  await user.click(thumb("Bad"));
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(document.activeElement).toBe(thumb("Bad"));
  expect(heard).toEqual([]);
  await user.keyboard("{Escape}");
  expect(heard).toEqual(["Escape"]);
});

it("stays open when Escape ends a composition", async () => {
  const { user } = setUp();
  await user.click(thumb("Bad"));
  fireEvent.keyDown(comment(), { key: "Escape", isComposing: true });
  expect(comment()).toBeTruthy();
});
