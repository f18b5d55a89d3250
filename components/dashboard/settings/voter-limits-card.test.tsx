// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { VoterLimitsCard } from "./voter-limits-card.tsx";

afterEach(cleanup);

it("only says the limits to who may not change them", () => {
  const limits = { voters_per_answer: 1_200, voters_per_address: 5 };
  render(<VoterLimitsCard projectId="p" limits={limits} mayManage={false} />);
  expect(screen.getByRole("region", { name: "Anonymous raters" }).textContent).toContain(
    "1,200 devices per answer, 5 of these per network address.",
  );
  expect(screen.queryByRole("form")).toBeNull();
});
