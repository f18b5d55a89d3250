import type { Metadata } from "next";
import { SetupFlow } from "#components/dashboard/setup/setup-flow.tsx";
import { param, type SearchParams } from "#components/dashboard/url/address.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Narrow } from "#components/ui/narrow.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { setupState } from "#lib/platform/auth/setup-link.ts";

export const metadata: Metadata = { title: "Set up", referrer: "no-referrer" };

/** Makes the owner, once, for who holds the token of the terminal. */
export default async function SetupPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const token = param(await searchParams, "token");
  const state = await setupState(token);
  if (state === "open" && token)
    return (
      <Narrow title="Set up Whetstone" wide>
        <SetupFlow token={token} />
      </Narrow>
    );
  if (state === "done")
    return (
      <Narrow title="Set-up is done">
        <Notice>This installation has an owner, so set-up is closed for good.</Notice>
        <ButtonLink href="/sign-in" tone="primary" className="mt-4 w-full">
          Sign in
        </ButtonLink>
      </Narrow>
    );
  return (
    <Narrow title="This link does not open set-up">
      <Notice tone="warn">
        The link is incomplete, was used, or is older than a day. Open the newest one that{" "}
        <code className="font-mono">npm start</code> printed; starting again prints another.
      </Notice>
    </Narrow>
  );
}
