import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "#components/dashboard/setup/sign-in-form.tsx";
import { isOwnPath, param, type SearchParams } from "#components/dashboard/url/address.ts";
import { Narrow } from "#components/ui/narrow.tsx";
import { anySession } from "#lib/platform/auth/page-access.ts";

export const metadata: Metadata = { title: "Sign in" };

/** Email and password, and on to where the reader was going. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asked = param(await searchParams, "next");
  const next = isOwnPath(asked) ? asked : "/";
  if (await anySession()) redirect(next);
  return (
    <Narrow title="Sign in">
      <SignInForm next={next} />
    </Narrow>
  );
}
