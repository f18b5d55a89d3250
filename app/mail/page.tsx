import type { Metadata } from "next";
import { MailChoice } from "#components/dashboard/notifications/mail-choice.tsx";
import { param, type SearchParams } from "#components/dashboard/url/address.ts";
import { Narrow } from "#components/ui/narrow.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { findMailLink } from "#lib/act/notifications/index.ts";

export const metadata: Metadata = {
  title: "Notifications by mail",
  referrer: "no-referrer",
  robots: "noindex",
};

/** What the links of a mail lead to: asks whether to get mail, or no more of it. Looking at it changes nothing. */
export default async function MailPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const token = param(await searchParams, "token") ?? "";
  const link = await findMailLink(token);
  if (!link)
    return (
      <Narrow title="This link is not valid">
        <Notice tone="warn">
          It is incomplete, too old, or this address was taken off the list. Open the link in the latest mail.
        </Notice>
      </Narrow>
    );
  return (
    <Narrow title="Notifications by mail">
      <MailChoice token={token} link={link} />
    </Narrow>
  );
}
