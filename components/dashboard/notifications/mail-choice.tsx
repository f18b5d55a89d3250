"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { MailLinkTarget } from "#lib/act/notifications/index.ts";

/** Asks the reader of a mail whether they want its channel's mail, and tells what they have chosen. */
export function MailChoice({ token, link }: { token: string; link: MailLinkTarget }) {
  const [state, setState] = useState(link.state);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const choose = async (what: "confirm" | "unsubscribe") => {
    setBusy(true);
    const sent = await sendJson("POST", `/api/mail/${what}?${new URLSearchParams({ token })}`);
    setBusy(false);
    setRefused(sent.ok ? null : sent.message);
    if (sent.ok) setState(what === "confirm" ? "confirmed" : "unsubscribed");
  };
  const isGetting = state === "confirmed";
  const address = <strong className="wrap-anywhere font-medium">{link.email}</strong>;
  return (
    <div className="space-y-4 text-sm">
      {refused && <Notice tone="bad">{refused}</Notice>}
      <p aria-live="polite">
        {isGetting ? (
          <>
            {address} gets notifications of the project “{link.project}”.
          </>
        ) : state === "unsubscribed" ? (
          <>
            {address} is unsubscribed: it gets no more mail of the project “{link.project}”.
          </>
        ) : (
          <>
            Shall {address} get notifications of the project “{link.project}”
            {link.channel && <> over the channel “{link.channel}”</>}?
          </>
        )}
      </p>
      {link.purpose === "unsubscribe" && isGetting && (
        <Button tone="primary" busy={busy} className="w-full" onClick={() => choose("unsubscribe")}>
          Unsubscribe
        </Button>
      )}
      {!isGetting && link.channel !== "" && (
        <Button
          tone={state === "asked" ? "primary" : "secondary"}
          busy={busy}
          className="w-full"
          onClick={() => choose("confirm")}
        >
          {state === "asked" ? "Confirm" : "Get mail again"}
        </Button>
      )}
    </div>
  );
}
