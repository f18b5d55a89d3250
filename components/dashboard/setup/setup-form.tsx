"use client";

import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { useSubmit } from "#components/ui/fields/use-submit.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { NewProjectKeys } from "./made-project.ts";

/** The owner, the organization and the first project. */
export function SetupForm({ token, onMade }: { token: string; onMade: (made: NewProjectKeys) => void }) {
  const { busy, refused, submit } = useSubmit(
    async (data) => {
      const form = Object.fromEntries(data);
      const sent = await sendJson<NewProjectKeys>("POST", "/api/setup", { token, ...form });
      // Whoever just chose the password need not type it again; should this fail, the dashboard asks for it.
      if (sent.ok)
        await sendJson("POST", "/api/auth/sign-in/email", { email: form.email, password: form.password });
      return sent;
    },
    (made) => {
      window.history.replaceState(null, "", "/setup");
      onMade(made);
    },
  );
  const faults = refused?.fields ?? {};
  return (
    <form onSubmit={submit} className="space-y-4">
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
