import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { AlertView } from "#lib/use-cases/alerts/read-alerts.ts";
import { StateBadge } from "./alert-list.tsx";

it.each([
  ["Not checked yet", true, null, "ok"],
  ["OK", true, new Date(), "ok"],
  ["Firing", true, new Date(), "firing"],
  ["Paused", false, new Date(), "firing"],
])("says “%s”", (words, enabled, lookedAt, state) => {
  render(<StateBadge rule={{ enabled, alert: { lookedAt, state } as AlertView["alert"] }} />);
  expect(screen.getByText(words)).toBeDefined();
});
