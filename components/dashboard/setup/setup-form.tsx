"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { type Sent, sendJson } from "#components/ui/fields/send-json.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { NewProjectKeys } from "./made-project.ts";

/** The owner, the organization and the first project. */
export function SetupForm({ token, onMade }: { token: string; onMade: (made: NewProjectKeys) => void }) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Extract<Sent<never>, { ok: false }> | null>(null);
  const setUp = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.currentTarget));
    setBusy(true);
    setRefused(null);
    const sent = await sendJson<NewProjectKeys>("POST", "/api/setup", { token, ...form });
    // Whoever just chose the password need not type it again; should this fail, the dashboard asks for it.
    if (sent.ok)
      await sendJson("POST", "/api/auth/sign-in/email", { email: form.email, password: form.password });
    setBusy(false);
    if (!sent.ok) return setRefused(sent);
    window.history.replaceState(null, "", "/setup");
    onMade(sent.data);
  };
  const faults = refused?.fields ?? {};
  return (
    <form onSubmit={setUp} className="space-y-4">
      <p className="text-faint text-sm">You will be the owner of this installation.</p>
      {refused && <Notice tone="bad">{refused.message}</Notice>}
      <Field label="Your name" name="name" autoComplete="name" required maxLength={80} error={faults.name} />
      <Field label="Email" name="email" type="email" autoComplete="username" required error={faults.email} />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        maxLength={128}
        hint="At least 10 characters."
        error={faults.password}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Organization"
          name="organization_name"
          autoComplete="organization"
          required
          maxLength={80}
          error={faults.organization_name}
        />
        <Field
          label="First project"
          name="project_name"
          autoComplete="off"
          required
          maxLength={128}
          hint="Usually one AI product."
          error={faults.project_name}
        />
      </div>
      <Button type="submit" tone="primary" busy={busy} className="w-full">
        Create
      </Button>
    </form>
  );
}
