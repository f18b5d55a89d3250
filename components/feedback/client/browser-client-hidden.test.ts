// @vitest-environment jsdom
import { describe, expect, it, vi } from "vitest";
import { away, copy, keep, openPage, rating } from "./testing/open-page.ts";

describe("when the page is hidden", () => {
  /** Hides the page; returns the content of its beacons. */
  function hide(): { url: string; events: Record<string, unknown>[] }[] {
    const beacons: { url: string; events: Record<string, unknown>[] }[] = [];
    Object.defineProperty(navigator, "sendBeacon", {
      configurable: true,
      value: (url: string, body: string) => beacons.push({ url, events: JSON.parse(body).events }) > 0,
    });
    vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
    document.dispatchEvent(new Event("visibilitychange"));
    window.dispatchEvent(new Event("pagehide"));
    return beacons;
  }

  it("passes signals to the browser, once, with the key in the URL", () => {
    const { client, server } = openPage();
    client.sendSignal({ ...copy, signal_id: "s1" });
    expect(hide()).toMatchObject([
      {
        url: "https://whetstone.test/api/events?key=pk_test",
        events: [{ type: "signal", signal_id: "s1", feedback_token: "t" }],
      },
    ]);
    expect(server.received).toEqual([]);
    // It has not been acknowledged.
    expect(client.counts().queued).toBe(1);
  });

  it("does not pass on what is already being sent, nor what it was asked to delay", async () => {
    const { client, server } = openPage();
    server.answer = () => new Promise(() => {});
    client.sendFeedback(rating);
    await vi.waitFor(() => expect(server.received).toHaveLength(1));
    expect(hide()).toEqual([]);
    const other = openPage();
    other.server.answer = away;
    await keep(other.client);
    expect(hide()).toEqual([]);
  });

  it("splits what is too much for one beacon", () => {
    const { client } = openPage();
    for (let index = 0; index < 30; index++) client.sendSignal({ ...copy, session_id: "x".repeat(4_900) });
    const sizes = hide().map(({ events }) => events.length);
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(30);
    expect(Math.max(...sizes)).toBeLessThan(13);
  });
});
