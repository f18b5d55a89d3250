import { expect, type Page, test } from "@playwright/test";
import { buildForTests } from "#scripts/test-app/choose-dist.ts";
import { startApp } from "#scripts/test-app/start-app.ts";
import { prepareProject } from "#scripts/test-embed/prepare-project.ts";
import { expectAccessible } from "../driving/accessible.ts";
import { expectAlive } from "../driving/alive.ts";
import { ownProject } from "../driving/own-project.ts";
import { dataFolder, sessionFile } from "../driving/owner.ts";
import { expectSound } from "../driving/sound.ts";
import { freePort } from "../network/free-port.ts";
import { startMailSink } from "../network/mail-sink.ts";
import { startReceiver, verified } from "../network/webhook-receiver.ts";

test.use({ storageState: sessionFile() });

/** A project of the test's own, at its page of notifications. */
async function openNew(page: Page, at = ""): Promise<void> {
  const { slug } = await ownProject(page.request, "Told", { at });
  await page.goto(`${at}/${slug}/notifications`);
  await expectAlive(page.getByRole("button", { name: "New channel" }));
}

test("a webhook is set up, tested, found failing in the log, sent again and disabled", async ({ page }) => {
  const receiver = await startReceiver();
  await openNew(page);
  await page.getByRole("button", { name: "New channel" }).click();
  await page.getByLabel("Name").fill("On call");
  await page.getByLabel("URL").fill("https://192.168.1.5/hook");
  await page.getByLabel("Alert resolves").uncheck();
  await page.getByRole("button", { name: "Create channel" }).click();
  await expect(page.getByText(/must not lead to a private address \(192\.168\.1\.5\)/i)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("URL").fill(`${receiver.url}/hook`);
  await page.getByRole("button", { name: "Create channel" }).click();
  const secret = (await page.getByText(/^whsec_/).textContent()) ?? "";
  await page.getByRole("button", { name: "Close" }).click();

  await page.getByRole("button", { name: "Test On call" }).click();
  await expect(page.getByText("Test delivered.")).toBeVisible();
  const [message] = receiver.received;
  expect(message && verified(message, secret)).toMatchObject({ type: "test" });

  receiver.answers.set("/hook", (response) => response.writeHead(503).end());
  await page.getByRole("button", { name: "Test On call" }).click();
  await expect(page.getByText("Test not delivered. Answered 503.")).toBeVisible();
  const log = page.getByRole("region", { name: "Deliveries" }).getByRole("listitem");
  await expect(log).toHaveCount(2);
  await log.first().getByText("Payload", { exact: true }).click();
  await expect(log.first().getByText('"title": "Test from Whetstone"')).toBeVisible();
  await expectSound(page);

  receiver.answers.clear();
  await page.getByRole("navigation", { name: "State" }).getByRole("link", { name: "Failed" }).click();
  await expect(log).toHaveCount(1);
  await expect(log).toContainText("status 503 · 1 attempt");
  await page.getByRole("button", { name: /^Send again/ }).click();
  await expect(page.getByText("None in this state")).toBeVisible();
  expect(receiver.received).toHaveLength(3);

  await page.getByRole("button", { name: "New secret for On call" }).click();
  await page.getByRole("button", { name: "Replace secret" }).click();
  await expect(page.getByText(/^whsec_/)).not.toHaveText(secret);
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByText(/The secret before this one also signs until/)).toBeVisible();
  await page.getByRole("button", { name: "Disable On call" }).click();
  await expect(page.getByText("Disabled", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Delete On call" }).click();
  await page.getByRole("button", { name: "Delete channel" }).click();
  await expect(page.getByText("No channels yet")).toBeVisible();
  await receiver.stop();
});

test("an address is asked by mail, confirms, gets a test, and unsubscribes by one click", async ({
  browser,
}) => {
  test.slow();
  const sink = await startMailSink();
  // An installation of its own: the one that all other specs open at several hosts has no PUBLIC_URL.
  const dataDir = `${dataFolder()}-mail`;
  const port = String(await freePort());
  const app = await startApp({
    dataDir,
    dist: await buildForTests(process.cwd()),
    env: {
      ...{ PORT: port, PUBLIC_URL: `http://localhost:${port}`, SMTP_URL: sink.url },
      MAIL_FROM: "Whetstone <quality@whetstone.example>",
    },
  });
  const { session } = await prepareProject(app, dataDir);
  const page = await browser.newPage({ storageState: session });
  await openNew(page, app.url);
  await page.getByRole("button", { name: "New channel" }).click();
  await page.getByLabel("Type").selectOption("email");
  await page.getByLabel("Name").fill("Team");
  await page.getByLabel("Addresses").fill("ada@example.com\nbob@example.org");
  await page.getByRole("button", { name: "Create channel" }).click();
  await expect(page.getByText("1 of 2 addresses confirmed")).toBeVisible();
  await expect.poll(() => sink.mails.map(({ to }) => to)).toEqual(["bob@example.org"]);
  const raw = sink.mails[0]?.raw.replaceAll("=\r\n", "").replaceAll("=3D", "=") ?? "";
  const reader = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const mail = await reader.newPage();
  await mail.goto(/https?:\S+\/mail\?token=\S+/.exec(raw)?.[0] ?? "");
  await expectAccessible(mail);
  await mail.getByRole("button", { name: "Confirm" }).click();
  await expect(mail.getByText("gets notifications of the project")).toBeVisible();

  await page.getByRole("button", { name: "Test Team" }).click();
  await expect(page.getByText("Test delivered.")).toBeVisible();
  const told = sink.mails.find(({ to, headers }) => to === "bob@example.org" && headers["list-unsubscribe"]);
  const oneClick = /<(.+)>/.exec(told?.headers["list-unsubscribe"] ?? "")?.[1] ?? "";
  await mail.goto(oneClick);
  await expect(mail.getByRole("button", { name: "Unsubscribe" })).toBeVisible();
  await expectAccessible(mail);
  const clicked = await reader.request.post(oneClick, { form: { "List-Unsubscribe": "One-Click" } });
  expect(clicked.status()).toBe(200);
  await mail.reload();
  await expect(mail.getByText("is unsubscribed: it gets no more mail")).toBeVisible();
  await page.reload();
  await expect(page.getByText("unsubscribed", { exact: true })).toBeVisible();
  await expectSound(page);
  await reader.close();
  await page.close();
  await app.stop();
  await sink.stop();
});
