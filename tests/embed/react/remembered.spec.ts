import { expect, rate, settled, status, test, widget } from "../embed-test.ts";
import { shiftsOf, watchShifts } from "../layout.ts";

test("what the device remembers is there with the first frame: nothing moves for it", async ({
  page,
  open,
}) => {
  await open();
  const bar = widget(page, "Feedback bar");
  await rate(bar, "Bad response");
  const stars = widget(page, "Stars");
  await stars.getByRole("radio", { name: "4 stars" }).click({ force: true });
  await expect(status(stars)).toHaveText("Thank you for your rating.");
  await watchShifts(page);
  await page.reload();
  await expect(bar.getByRole("button", { name: "Bad response" })).toHaveAttribute("aria-pressed", "true");
  await expect(stars.getByRole("radio", { name: "4 stars" })).toBeChecked();
  await settled(page);
  // Where a server has drawn the widgets, the empty places for their words make room for the buttons of a rating: one
  // after the other, or two in a frame.
  const moved = (await shiftsOf(page)).filter((shift) => !/ of (?:whetstone-notice(?:, )?)+$/.test(shift));
  expect(moved).toEqual([]);
});
