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
      <Narrow title="Setup is complete">
        <Notice>This installation already has an owner, so setup is closed.</Notice>
        <ButtonLink href="/sign-in" tone="primary" className="mt-4 w-full">
          Sign in
        </ButtonLink>
      </Narrow>
    );
  return (
    <Narrow title="This setup link is not valid">
      <Notice tone="warn">
        The link is incomplete, already used, or more than a day old. Open the latest link that{" "}
        <code className="font-mono">npm start</code> printed; a restart prints a new one.
      </Notice>
    </Narrow>
  );
}
