"use client";

import { useState } from "react";
import type { MadeProject } from "./made-project.ts";
import { SetupForm } from "./setup-form.tsx";
import { SetupKeys } from "./setup-keys.tsx";

/** First the form, then the keys; both without leaving the page, for the keys are never shown again. */
export function SetupFlow({ token }: { token: string }) {
  const [made, setMade] = useState<MadeProject | null>(null);
  return made ? <SetupKeys made={made} /> : <SetupForm token={token} onMade={setMade} />;
}
