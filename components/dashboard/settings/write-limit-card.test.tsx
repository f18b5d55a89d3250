// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { WriteLimitCard } from "./write-limit-card.tsx";

afterEach(cleanup);

it("only says the limit to who may not change it", () => {
  render(<WriteLimitCard projectId="p" writesPerMinute={1_200} mayManage={false} />);
  expect(screen.getByRole("region", { name: "Write limit" }).textContent).toContain(
    "1,200 writes per minute.",
  );
  screen.getByText("Only owners and admins can change this.");
  expect(screen.queryByRole("form")).toBeNull();
});
