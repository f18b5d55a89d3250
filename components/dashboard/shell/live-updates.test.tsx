// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { LiveUpdates } from "./live-updates.tsx";

const refresh = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => {
  const router = { refresh };
  return { useRouter: () => router };
});

const ask = vi.fn<() => Promise<Response>>();
let hidden = false;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", ask);
  vi.spyOn(document, "hidden", "get").mockImplementation(() => hidden);
  answer("v1");
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  hidden = false;
  ask.mockReset();
  refresh.mockReset();
});

function answer(version: string | null) {
  ask.mockImplementation(async () =>
    version === null ? Promise.reject(new TypeError("away")) : Response.json({ version }),
  );
}

const shown = (version = "v1") => <LiveUpdates projectId="p" version={version} drawnAt="14:05:10" />;
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const turn = (to: boolean) => {
  hidden = to;
  return act(async () => void document.dispatchEvent(new Event("visibilitychange")));
};

it("asks every five seconds, and leaves the page alone while nothing is new", async () => {
  render(shown());
  await pass(15_000);
  expect(ask).toHaveBeenCalledTimes(3);
  expect(ask).toHaveBeenCalledWith(
    "/api/projects/p/latest?of=answers",
    expect.objectContaining({ cache: "no-store" }),
  );
  expect(refresh).not.toHaveBeenCalled();
  screen.getByRole("button", { name: "Live updates: Live 14:05:10", pressed: true });
});

it("has the page drawn anew once there is something new, and goes on from what that shows", async () => {
  const { rerender } = render(shown());
  answer("v2");
  await pass(5_000);
  expect(refresh).toHaveBeenCalledTimes(1);
  rerender(shown("v2"));
  await pass(15_000);
  expect(refresh).toHaveBeenCalledTimes(1);
});

it("asks nothing while it is paused", async () => {
  render(shown());
  fireEvent.click(screen.getByRole("button"));
  await pass(60_000);
  expect(ask).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole("button", { name: /Paused/, pressed: false }));
  await pass(5_000);
  expect(ask).toHaveBeenCalledTimes(1);
});

it("asks nothing while nobody sees the page, and at once when somebody does", async () => {
  render(shown());
  await turn(true);
  await pass(60_000);
  expect(ask).not.toHaveBeenCalled();
  await turn(false);
  expect(ask).toHaveBeenCalledTimes(1);
});

it("asks more and more seldom while nobody answers, says so, and at once when the network is back", async () => {
  answer(null);
  render(shown());
  await pass(5_000);
  screen.getByRole("button", { name: /Offline/ });
  await pass(9_000);
  expect(ask).toHaveBeenCalledTimes(1);
  await pass(1_000);
  expect(ask).toHaveBeenCalledTimes(2);
  answer("v1");
  await act(async () => void window.dispatchEvent(new Event("online")));
  expect(ask).toHaveBeenCalledTimes(3);
  screen.getByRole("button", { name: /: Live/ });
});
