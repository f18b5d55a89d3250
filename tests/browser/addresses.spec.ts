import { networkInterfaces } from "node:os";
import { test as base, expect, type Page } from "@playwright/test";
import { owner } from "../driving/owner.ts";
import { type Forward, startTlsProxy, type TlsProxy } from "../network/tls-proxy.ts";
import { TRUSTED_PROXY } from "../network/trusted-proxy.ts";

// set-up.setup.ts makes the first account at a host name; here are the other addresses that people open.

const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
const ownNetwork = all.find(({ family, internal }) => family === "IPv4" && !internal)?.address;
const hasIPv6 = all.some(({ address }) => address === "::1");

interface Addresses {
  /** The origin of the app at another host. */
  at(host: string): string;
  /** Starts a TLS proxy in front of the app, which speaks from this address; its origin. */
  behindTls(from: string, forward?: Forward): Promise<string>;
}

const test = base.extend<Addresses>({
  at: async ({ baseURL }, use) => use((host) => `http://${host}:${new URL(baseURL ?? "").port}`),
  behindTls: async ({ baseURL }, use) => {
    test.skip(process.platform === "darwin", "macOS gives no second loopback address");
    const proxies: TlsProxy[] = [];
    await use(async (from, forward) => {
      const proxy = await startTlsProxy({ target: baseURL ?? "", from, ...(forward ? { forward } : {}) });
      proxies.push(proxy);
      return `https://whetstone.test:${proxy.port}`;
    });
    await Promise.all(proxies.map((proxy) => proxy.stop()));
  },
});

test.use({ ignoreHTTPSErrors: true });

/** Signs in at an origin, as one comes to it: by the page of a project. */
async function signIn(page: Page, origin: string): Promise<void> {
  const { email, password, projectSlug } = owner();
  await page.goto(`${origin}/${projectSlug}`);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** What whoever opens Whetstone at an address does first: sign in, write, copy from the guides, sign out. */
async function useAt(page: Page, origin: string): Promise<void> {
  const home = `${origin}/${owner().projectSlug}`;
  await signIn(page, origin);
  await expect(page).toHaveURL(home);
  const isSecure = origin.startsWith("https:");
  const cookies = await page.context().cookies();
  expect(cookies.find(({ name }) => name.endsWith("better-auth.session_token"))).toMatchObject({
    name: `${isSecure ? "__Secure-" : ""}better-auth.session_token`,
    secure: isSecure,
    httpOnly: true,
    sameSite: "Lax",
  });
  await makeProject(page);
  await expectOwnAddress(page, origin);
  await page.goto(home);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(`${origin}/sign-in`);
  await page.goto(home);
  await expect(page, "the session is over").toHaveURL(/\/sign-in\?next=/);
}

/** A write with the reader's session, as a page makes it. */
async function makeProject(page: Page): Promise<void> {
  const made = await page.evaluate(async (name) => {
    const body = JSON.stringify({ name });
    const headers = { "content-type": "application/json" };
    const answer = await fetch("/api/projects", { method: "POST", headers, body });
    return { status: answer.status, text: await answer.text() };
  }, `At ${page.url()} ${Date.now()}`);
  expect(made.status, made.text).toBe(201);
}

/** All that is to be copied names the address at which it is read. */
async function expectOwnAddress(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/docs/api`);
  await expect(page.locator("pre").first()).toContainText(`${origin}/api/`);
  await page.goto(`${origin}/docs/widgets`);
  await expect(page.locator("pre", { hasText: "whetstone.tgz" })).toContainText(`${origin}/whetstone.tgz`);
  const contract = await page.evaluate(async () => (await fetch("/api/openapi.json")).json());
  expect(contract.servers).toEqual([{ url: origin }]);
}

test("Whetstone works at an address of the network", async ({ page, at }) => {
  test.skip(!ownNetwork, "this machine has no network");
  await useAt(page, at(ownNetwork ?? ""));
});

test("Whetstone works at an IPv6 address", async ({ page, at }) => {
  test.skip(!hasIPv6, "this machine has no IPv6");
  await useAt(page, at("[::1]"));
});

test("Whetstone works behind a TLS proxy that is listed, whose word for the host is taken", async ({
  page,
  behindTls,
}) => {
  const origin = await behindTls(TRUSTED_PROXY, ({ host, ...headers }) => ({
    ...headers,
    host: "app.internal",
    "x-forwarded-host": host,
    "x-forwarded-proto": "https",
    "x-forwarded-for": "203.0.113.7",
  }));
  await useAt(page, origin);
});

test("sign-in works behind a TLS proxy that nobody listed, as long as it hands the host on", async ({
  page,
  behindTls,
}) => {
  const origin = await behindTls("127.0.0.3");
  await signIn(page, origin);
  await expect(page).toHaveURL(`${origin}/${owner().projectSlug}`);
  const names = (await page.context().cookies()).map(({ name }) => name);
  expect(names).toContain("__Secure-better-auth.session_token");
  await makeProject(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(`${origin}/sign-in`);
});

test("behind a proxy that hides the host, sign-in says what to set", async ({ page, behindTls }) => {
  const origin = await behindTls("127.0.0.3", (headers) => ({ ...headers, host: "app.internal" }));
  await signIn(page, origin);
  await expect(page.getByText(`set PUBLIC_URL=${origin}`)).toBeVisible();
});
