import { expectAccessible } from "#tests/driving/accessible.ts";
import { expect, status, test, widget } from "../embed-test.ts";
import { overflowOf } from "../layout.ts";
import { drawnPassages } from "../select-text.ts";

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 700 } });

test("a passage that a finger has selected is highlighted, on a telephone", async ({
  page,
  open,
  look,
  id,
  whetstone,
}) => {
  await open();
  const answer = widget(page, "Answer");
  const item = answer.getByRole("listitem").first();
  await item.tap();
  // What a long press does belongs to the system, which no test can press: it ends in a selection.
  await item.evaluate((own) => getSelection()?.selectAllChildren(own));
  const offer = answer.getByRole("button", { name: "Highlight", exact: true });
  await expect(offer).toBeInViewport({ ratio: 1 });
  await look("offered");
  await offer.tap();
  const form = answer.getByRole("group", { name: /^Highlight: The lamp/ });
  await expect(form).toBeVisible();
  expect(await overflowOf(page)).toBe(0);
  await expectAccessible(page);
  await look("form");
  await form.getByText("Incomplete", { exact: true }).tap();
  await form.getByRole("button", { name: "Send" }).tap();
  await expect(status(answer)).toHaveText("Thank you. Your highlight was saved.");
  expect(await drawnPassages(page)).toEqual(["The lamp was complete."]);
  expect((await whetstone.interaction(id)).annotations).toMatchObject([
    { quote: { exact: "The lamp was complete." }, category: "incomplete", comment: null },
  ]);
});
