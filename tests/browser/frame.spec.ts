import { type APIRequestContext, test as base, expect, type Page } from "@playwright/test";
import { expectAccessible } from "../driving/accessible.ts";
import { expectAlive } from "../driving/alive.ts";
import { ownProject } from "../driving/own-project.ts";
import { sessionFile } from "../driving/owner.ts";
import { expectFits } from "../driving/sound.ts";

interface FramedProject {
  base: string;
  /** Logs answers with the project's secret key. */
  log(...answers: Record<string, unknown>[]): Promise<unknown>;
  /** Rates the answer of this id. */
  rate(interactionId: string, value: 0 | 1): Promise<unknown>;
}

const answer = { feature_name: "reply", model_name: "small", response_text: "A short answer." };

/** Tests of a signed-in reader, in a project of each test file's own: what it counts must not meet other tests. */
const test = base.extend<object, { own: FramedProject }>({
  own: [
    async ({ playwright }, use, worker) => {
      const baseURL = worker.project.use.baseURL ?? "";
      const owner = await playwright.request.newContext({ baseURL, storageState: sessionFile() });
      const server = await playwright.request.newContext({ baseURL });
      const own = await makeProject(owner, server);
      await own.log(
        { ...answer, tenant: "acme", prompt_template: "short", prompt_version: "v1" },
        {
          ...answer,
          feature_name: "summary",
          tenant: "globex",
          prompt_template: "long",
          prompt_version: "v1",
        },
        ...Array.from({ length: 20 }, (_, index) => ({ ...answer, tenant: `tenant ${index + 1}` })),
      );
      await use(own);
      await Promise.all([owner.dispose(), server.dispose()]);
    },
    { scope: "worker" },
  ],
});

async function makeProject(owner: APIRequestContext, server: APIRequestContext): Promise<FramedProject> {
  const { slug, send } = await ownProject(owner, "Frame", { server });
  return {
    base: `/${slug}`,
    log: (...interactions) => send("/api/interactions", { interactions }),
    rate: (interaction_id, rating_value) =>
      send("/api/feedback", { interaction_id, rating_type: "binary", rating_value }),
  };
}

const filters = (page: Page) => page.getByRole("search", { name: "Filters" });
const main = (page: Page) => page.getByRole("main");

/** Opens a page and waits until its filters are alive: what is chosen before that is lost. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expectAlive(filters(page));
}

test.use({ storageState: sessionFile() });

test("filters stand in the address, go along to the next page, and the address is the view", async ({
  page,
  own,
  context,
}) => {
  await open(page, `${own.base}/features`);
  await filters(page).getByRole("combobox", { name: "Feature" }).selectOption("reply");
  await expect(page).toHaveURL(/feature=reply/);
  await filters(page).getByRole("button", { name: "7 days" }).click();
  await expect(page).toHaveURL(/days=7/);
  await page.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "Trends" }).click();
  await expect(page).toHaveURL(/\/trends\?.*feature=reply/);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(filters(other).getByRole("combobox", { name: "Feature" })).toHaveValue("reply");
  await expect(filters(other).getByRole("button", { name: "7 days" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("one of many tenants is found by typing, and stands beside a model, counted from single answers", async ({
  page,
  own,
}) => {
  await open(page, `${own.base}/features`);
  await filters(page).getByRole("combobox", { name: "Model" }).selectOption("small");
  await expect(page).toHaveURL(/model=small/);
  const tenant = filters(page).getByRole("combobox", { name: "Tenant" });
  await tenant.click();
  await expect(page.getByText("22 options"), "a reader knows that there are more").toBeVisible();
  const listed = page.getByRole("listbox", { name: "Tenant" });
  const rows = await listed.evaluate((list) => {
    const { clientHeight, scrollHeight } = list.parentElement as HTMLElement;
    return {
      shown: clientHeight / (list.firstElementChild as HTMLElement).offsetHeight,
      all: scrollHeight > clientHeight,
    };
  });
  expect(rows.all, "the list scrolls").toBe(true);
  expect(Math.abs((rows.shown % 1) - 0.5), "its last row is cut, so that it is seen to go on").toBeLessThan(
    0.3,
  );
  await listed.getByRole("option").last().scrollIntoViewIfNeeded();
  await expect(listed.getByRole("option").last()).toBeInViewport();
  await tenant.pressSequentially("acm");
  await expect(page.getByRole("option", { name: "acme" })).toBeVisible();
  await expectAccessible(page);
  await tenant.press("Enter");
  await expect(page).toHaveURL(/tenant=acme/);
  expect(new URL(page.url()).searchParams.get("model")).toBe("small");
  await expect(page.getByText(/are computed from individual answers/)).toBeVisible();
  await expect(tenant).toHaveValue("acme");
  await filters(page).getByRole("button", { name: "Clear" }).click();
  await expect(page).not.toHaveURL(/tenant=/);
});

test("a prompt version goes with its template where names repeat", async ({ page, own }) => {
  await open(page, `${own.base}/features`);
  await filters(page).getByRole("combobox", { name: "Prompt version" }).selectOption("long v1");
  await expect(page).toHaveURL(
    /prompt_template=long&prompt_version=v1|prompt_version=v1&prompt_template=long/,
  );
  await expect(main(page).getByRole("link", { name: "summary", exact: true })).toBeVisible();
  await expect(main(page).getByRole("link", { name: "reply", exact: true })).toHaveCount(0);
});

test("an address that asks for what cannot be says so and shows the rest", async ({ page, own }) => {
  const response = await page.goto(
    `${own.base}/features?tenant=acme&model=small&from=2026-02-30&to=2026-03-01&days=x`,
  );
  expect(response?.status()).toBe(200);
  await expect(page.getByText(/“2026-02-30” in the URL is not a date/)).toBeVisible();
  await expect(page.getByText(/are computed from individual answers/)).toBeVisible();
  await expect(main(page).getByRole("link", { name: "reply", exact: true })).toBeVisible();
  await expectAccessible(page);
});

test("one thing at a time is compared with, and stays so on the next page", async ({ page, own }) => {
  await open(page, own.base);
  const compare = filters(page).getByRole("combobox", { name: "Compare with" });
  await expect(compare).toHaveValue("previous");
  await compare.selectOption("baseline");
  await expect(page).toHaveURL(/compare=baseline/);
  await compare.selectOption("off");
  await expect(page).toHaveURL(/compare=off/);
  await page.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "Trends" }).click();
  await expect(page).toHaveURL(/\/trends\?compare=off/);
  await expect(compare).toHaveValue("off");
  await page.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "Features" }).click();
  await expect(page).toHaveURL(/\/features\?compare=off/);
  await expect(compare, "nothing is compared with another period there").toHaveCount(0);
});

test("a page loads another ahead only when somebody points at its link", async ({ page, own }) => {
  const ahead = new Set<string>();
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (searchParams.has("_rsc")) ahead.add(pathname);
  });
  await open(page, `${own.base}/features`);
  const trends = page.waitForRequest(/\/trends\?.*_rsc=/);
  await page.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "Trends" }).hover();
  await trends;
  ahead.delete(`${own.base}/features`);
  expect([...ahead]).toEqual([`${own.base}/trends`]);
});

test("a new rating shows without a reload, and what is open stays open", async ({ page, own }) => {
  const interaction_id = crypto.randomUUID();
  await own.log({ ...answer, interaction_id, feature_name: "live", response_text: "Rated while looked at." });
  await open(page, `${own.base}/interactions?feature=live&rating=up`);
  await expect(page.getByText("No data matches these filters")).toBeVisible();
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await filters(page).getByRole("button", { name: "Choose dates" }).click();
  await page.getByLabel("From").focus();
  await own.rate(interaction_id, 1);
  await expect(main(page).getByText("Rated while looked at.")).toBeVisible({ timeout: 45_000 });
  await expect(page.getByLabel("From")).toBeFocused();
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
});

test("on a phone the filters fold into one button", async ({ page, own }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, `${own.base}/features?feature=reply`);
  await expect(filters(page).getByRole("combobox")).toHaveCount(0);
  await filters(page).getByRole("button", { name: "Filters (1)" }).click();
  const sheet = page.getByRole("dialog", { name: "Filters" });
  await expectAccessible(page);
  await sheet.getByRole("combobox", { name: "Tenant" }).click();
  await sheet.getByRole("option", { name: "globex" }).click();
  await expect(page).toHaveURL(/tenant=globex/);
  await sheet.getByRole("button", { name: "Done" }).click();
  await expect(filters(page).getByRole("button", { name: "Filters (2)" })).toBeVisible();
  await expectFits(page);
});
