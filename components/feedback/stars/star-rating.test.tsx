// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { controlledAdapter } from "../testing/controlled-adapter.ts";
import { StarRating, type StarRatingProps } from "./star-rating.tsx";

afterEach(cleanup);

function setUp(props: Partial<StarRatingProps> = {}) {
  const { adapter, requests } = controlledAdapter();
  render(
    <>
      <StarRating interactionId="i1" adapter={adapter} {...props} />
      <button type="button">Elsewhere</button>
    </>,
  );
  return { requests, sent: () => requests.map(({ body }) => body?.rating_value), user: userEvent.setup() };
}

const star = (name: string) => screen.getByRole<HTMLInputElement>("radio", { name });
const checked = () => screen.getAllByRole<HTMLInputElement>("radio").find((radio) => radio.checked)?.value;
const status = () => screen.getByRole("status").textContent;

it("is a group of five named radios with its live region in place", () => {
  setUp();
  screen.getByRole("radiogroup", { name: "Rate this response" });
  expect(screen.getAllByRole("radio").map((radio) => radio.getAttribute("aria-label"))).toEqual([
    "1 star",
    "2 stars",
    "3 stars",
    "4 stars",
    "5 stars",
  ]);
  expect(status()).toBe("");
});

it("shows and sends a clicked star immediately", async () => {
  const { requests, user } = setUp();
  await user.click(star("4 stars"));
  expect(checked()).toBe("4");
  expect(requests.map(({ body }) => body)).toMatchObject([{ rating_type: "stars", rating_value: 4 }]);
  await act(async () => requests[0]?.accept());
  expect(status()).toBe("Thank you for your rating.");
});

it("moves with arrow keys without sending, and sends on Enter", async () => {
  const { sent, user } = setUp();
  await user.tab();
  await user.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}");
  expect(checked()).toBe("4");
  expect(sent()).toEqual([]);
  await user.keyboard("{Enter}");
  expect(sent()).toEqual([4]);
});

it("sends on Space, including the star that has the focus first", async () => {
  const { sent, user } = setUp();
  await user.tab();
  await user.keyboard(" ");
  expect(sent()).toEqual([1]);
  await user.keyboard("{ArrowRight} ");
  expect(checked()).toBe("2");
});

it("sends the star reached with the keyboard when the focus leaves the group", async () => {
  const { sent, user } = setUp();
  await user.tab();
  await user.keyboard("{ArrowRight}{ArrowRight}");
  await user.tab();
  expect(sent()).toEqual([3]);
});

it("sends nothing if the focus only passes through, or after Escape", async () => {
  const { sent, user } = setUp();
  await user.tab();
  await user.tab();
  expect(sent()).toEqual([]);
  await user.tab({ shift: true });
  await user.keyboard("{ArrowRight}{Escape}");
  expect(checked()).toBeUndefined();
  await user.tab();
  expect(sent()).toEqual([]);
});

it("sends a click on the star reached with the keyboard", async () => {
  const { sent, user } = setUp();
  await user.tab();
  await user.keyboard("{ArrowRight}");
  await user.click(star("2 stars"));
  expect(sent()).toEqual([2]);
});

it("does not submit the surrounding form on Enter", async () => {
  const { adapter, requests } = controlledAdapter();
  let submissions = 0;
  render(
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submissions += 1;
      }}
    >
      <StarRating interactionId="i1" adapter={adapter} />
      <button type="submit">Go</button>
    </form>,
  );
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard("{ArrowRight}{Enter}");
  expect(submissions).toBe(0);
  expect(requests).toHaveLength(1);
});

it("rolls a refused star back to the stored one, and retries under the same ID", async () => {
  const { requests, user } = setUp();
  await user.click(star("2 stars"));
  await act(async () => requests[0]?.accept());
  await user.click(star("5 stars"));
  await act(async () => requests[1]?.refuse());
  expect(checked()).toBe("2");
  expect(status()).toBe("Your rating was not saved. Database unavailable.");
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(checked()).toBe("5");
  expect(requests[2]?.body).toEqual(requests[1]?.body);
});

it("sends the same stars again when clicked again", async () => {
  const { sent, user } = setUp({ initial: { feedback_id: "old", rating_value: 3 } });
  await user.click(star("3 stars"));
  expect(checked()).toBe("3");
  expect(sent()).toEqual([3]);
});

it("clears the rating and keeps the focus in the group", async () => {
  const { requests, user } = setUp({ initial: { feedback_id: "old", rating_value: 3 } });
  expect(checked()).toBe("3");
  await user.click(screen.getByRole("button", { name: "Clear rating" }));
  expect(checked()).toBeUndefined();
  expect(requests).toMatchObject([{ feedbackId: "old" }]);
  await act(async () => requests[0]?.accept());
  expect(screen.getByRole("radiogroup").contains(document.activeElement)).toBe(true);
});
