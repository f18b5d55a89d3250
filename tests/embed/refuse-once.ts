import type { Page } from "@playwright/test";

/** Has the next request of a page refused for good, in these words; those after it reach the server. */
export const refuseOnce = (page: Page, detail: string): Promise<unknown> =>
  page.route(
    "**/api/events",
    (route) =>
      route.fulfill({
        status: 422,
        headers: { "access-control-allow-origin": "*" },
        contentType: "application/problem+json",
        body: JSON.stringify({ status: 422, code: "refused_by_test", detail }),
      }),
    { times: 1 },
  );
