// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { controlledAdapter, type HeldRequest } from "../testing/controlled-adapter.ts";
import { CategoryPicker, type CategoryPickerProps } from "./category-picker.tsx";

afterEach(cleanup);

function setUp(props: Partial<CategoryPickerProps> = {}) {
  const { adapter, requests } = controlledAdapter();
  render(<CategoryPicker interactionId="i1" adapter={adapter} {...props} />);
  return { adapter, requests, user: userEvent.setup() };
}

const chip = (name: string) => screen.getByRole<HTMLInputElement>("checkbox", { name });
const ticked = () =>
  screen
    .getAllByRole<HTMLInputElement>("checkbox")
    .filter((box) => box.checked)
    .map((box) => box.labels?.[0]?.textContent);
const status = () => screen.getByRole("status").textContent;

async function answer(requests: HeldRequest[], how: "accept" | "refuse") {
  await act(async () => requests.at(-1)?.[how]());
}

it("shows a selection immediately and sends it as a comment with categories", async () => {
  const { requests, user } = setUp();
  await user.click(chip("Too long"));
  expect(ticked()).toEqual(["Too long"]);
  expect(requests.map(({ body }) => body)).toEqual([
    {
      interaction_id: "i1",
      feedback_id: expect.any(String),
      rating_type: "comment",
      rating_categories: ["too_long"],
    },
  ]);
  await answer(requests, "accept");
  expect(status()).toBe("Thank you for your feedback.");
});

it("sends the latest selection after the request in progress", async () => {
  const { requests, user } = setUp();
  for (const name of ["Too long", "Other", "Off topic", "Other"]) await user.click(chip(name));
  expect(requests).toHaveLength(1);
  await answer(requests, "accept");
  expect(requests.map(({ body }) => body?.rating_categories)).toEqual([
    ["too_long"],
    ["too_long", "off_topic"],
  ]);
  expect(ticked()).toEqual(["Too long", "Off topic"]);
});

it("removes the rating when nothing is selected any more", async () => {
  const { requests, user } = setUp();
  await user.click(chip("Other"));
  await answer(requests, "accept");
  await user.click(chip("Other"));
  expect(ticked()).toEqual([]);
  expect(requests[1]?.feedbackId).toBe(requests[0]?.feedbackId);
  expect(requests[1]?.body).toBeUndefined();
  await answer(requests, "accept");
  expect(status()).toBe("Your feedback was removed.");
});

it("keeps the last selection if the host cannot remove ratings, and says so", async () => {
  const { adapter, requests } = controlledAdapter();
  render(<CategoryPicker interactionId="i1" adapter={{ submit: adapter.submit }} />);
  const user = userEvent.setup();
  await user.click(chip("Other"));
  await answer(requests, "accept");
  await user.click(chip("Other"));
  expect(ticked()).toEqual(["Other"]);
  expect(status()).toBe("Your feedback can be changed, but not removed.");
});

it("rolls a refused selection back, says why, and retries under the same ID", async () => {
  const { requests, user } = setUp();
  await user.click(chip("Other"));
  await answer(requests, "refuse");
  expect(ticked()).toEqual([]);
  expect(status()).toBe("Your feedback was not saved. Database unavailable.");
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(requests[1]?.body).toEqual(requests[0]?.body);
  await answer(requests, "accept");
  expect(ticked()).toEqual(["Other"]);
  expect(document.activeElement).toBe(chip("Inaccurate"));
});

it("starts with what the server has, and keeps its comment", async () => {
  const initial = { feedback_id: "f", rating_categories: ["other"], feedback_comment: "Hm" };
  const { requests, user } = setUp({ initial });
  expect(ticked()).toEqual(["Other"]);
  await user.click(chip("Other"));
  expect(requests[0]?.body).toMatchObject({ rating_type: "comment", feedback_comment: "Hm" });
  expect(requests[0]?.body?.rating_categories).toBeUndefined();
});

it("offers the host's categories with the host's labels, also by keyboard", async () => {
  const { requests, user } = setUp({
    categories: ["made_up", "unsafe"],
    texts: { categories: { unsafe: "Dangerous" }, categoriesLegend: "Why?" },
  });
  screen.getByRole("group", { name: "Why?" });
  expect(screen.getAllByRole("checkbox")).toHaveLength(2);
  await user.tab();
  await user.tab();
  await user.keyboard(" ");
  expect(ticked()).toEqual(["Dangerous"]);
  expect(requests[0]?.body?.rating_categories).toEqual(["unsafe"]);
});
