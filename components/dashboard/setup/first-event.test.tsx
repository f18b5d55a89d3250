// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { FirstEvent } from "./first-event.tsx";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh() {} }) }));

afterEach(cleanup);

it.each([
  ["loads the sample project for those who may", null, true, ["Load the sample project"], []],
  ["opens a sample project that is loaded", "sample-project", false, [], ["/sample-project"]],
  ["offers nothing to those who may not load it", null, false, [], []],
  ["offers nothing on the sample project itself", "new-project", true, [], []],
])("%s", (_, sampleSlug, mayManage, buttons, links) => {
  render(<FirstEvent origin="http://w.test" base="/new-project" {...{ sampleSlug, mayManage }} />);
  expect(screen.queryAllByRole("button", { name: /sample/ }).map((button) => button.textContent)).toEqual(
    buttons,
  );
  expect(screen.queryAllByRole("link", { name: /sample/ }).map((link) => link.getAttribute("href"))).toEqual(
    links,
  );
});
