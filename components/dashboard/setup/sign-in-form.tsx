"use client";

import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { useSubmit } from "#components/ui/fields/use-submit.ts";
import { Notice } from "#components/ui/notice.tsx";

/** Email and password; goes on to `next`, a path of this site. */
export function SignInForm({ next }: { next: string }) {
  const { busy, refused, submit } = useSubmit(
    (form) =>
      sendJson("POST", "/api/auth/sign-in/email", {
        email: form.get("email"),
        password: form.get("password"),
      }),
    // A whole new page: everything is drawn again for whoever has signed in.
    () => {
      window.location.assign(next);
      return "leaves";
    },
  );
  return (
    <form onSubmit={submit} className="space-y-4">
      {refused && <Notice tone="bad">{words(refused.status, refused.message)}</Notice>}
      <Field label="Email" name="email" type="email" autoComplete="username" required />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        hint="Forgot your password? The administrator of this installation can reset it: npm run admin -- set-password EMAIL"
      />
      <Button type="submit" tone="primary" busy={busy} className="w-full">
        Sign in
      </Button>
    </form>
  );
}

function words(status: number, message: string): string {
  if (status === 401) return "Incorrect email or password.";
  if (status === 429) return "Too many attempts. Wait a minute, then try again.";
  if (status >= 500) return "Sign-in is temporarily unavailable. Try again in a moment.";
  return message;
}
