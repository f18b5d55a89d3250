"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { formatMoment } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { Channel } from "#lib/act/notifications/index.ts";
import type { ChannelTask } from "./channel-dialogs.tsx";
import { channelBadge, channelKindWords, channelTarget, notificationWords } from "./channel-words.ts";
import { type SentDelivery, sentNotice } from "./sent-notice.ts";

interface ChannelRowProps {
  /** Where the channel is managed. */
  url: string;
  channel: Channel;
  tz: string;
  /** Absent where the reader may not manage channels. */
  onTask?: ((task: ChannelTask) => void) | undefined;
}

/** One channel: where it sends to, what it listens to, how it does, and what can be done with it. */
export function ChannelRow({ url, channel, tz, onTask }: ChannelRowProps) {
  const { kind, name, kinds, disabledReason, heldReason, previousUntil } = channel;
  const badge = channelBadge(channel);
  return (
    <li className="grid gap-x-6 gap-y-2 px-4 py-3 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="wrap-anywhere font-medium text-sm">{name}</span>
          <Badge>{channelKindWords[kind]}</Badge>
          {badge && <Badge tone={badge.tone}>{badge.label}</Badge>}
        </p>
        <p className="wrap-anywhere mt-1 text-soft text-xs">{channelTarget(channel)}</p>
        <p className="mt-1 text-faint text-xs">
          {kinds.length === 0
            ? "Listens to nothing"
            : kinds.map((each) => notificationWords[each]).join(" · ")}
        </p>
        {disabledReason && <p className="mt-1 text-bad text-xs">{disabledReason}</p>}
        {heldReason && <p className="mt-1 text-bad text-xs">{heldReason}</p>}
        {previousUntil && <Rotating until={previousUntil} tz={tz} />}
        {kind === "email" && onTask && <Recipients recipients={channel.recipients} />}
      </div>
      {onTask && <Actions url={url} channel={channel} onTask={onTask} />}
    </li>
  );
}

const Rotating = ({ until, tz }: { until: Date; tz: string }) => (
  <p className="mt-1 text-faint text-xs">
    The secret before this one also signs until {formatMoment(until, tz)}.
  </p>
);

const recipientTones = { confirmed: "good", asked: "warn", unsubscribed: "neutral" } as const;

function Recipients({ recipients }: Pick<Channel, "recipients">) {
  return (
    <ul className="mt-1.5 flex flex-wrap gap-x-3 gap-y-1">
      {recipients.map(({ email, state }) => (
        <li key={email} className="flex max-w-full items-center gap-1.5 text-xs">
          <span className="wrap-anywhere min-w-0">{email}</span>
          <Badge tone={recipientTones[state]}>{state === "asked" ? "not confirmed" : state}</Badge>
        </li>
      ))}
    </ul>
  );
}

interface ActionsProps {
  url: string;
  channel: Channel;
  onTask: (task: ChannelTask) => void;
}

function Actions({ url, channel, onTask }: ActionsProps) {
  const router = useRouter();
  const [busy, setBusy] = useState<"test" | "state" | null>(null);
  const [said, setSaid] = useState<{ tone: "good" | "bad"; text: string } | null>(null);
  const { name, kind, state } = channel;
  const test = async () => {
    setBusy("test");
    setSaid(sentNotice(await sendJson<{ data: SentDelivery[] }>("POST", `${url}/test`), "test"));
    setBusy(null);
    router.refresh();
  };
  const turn = async () => {
    setBusy("state");
    const sent = await sendJson("PATCH", url, { state: state === "active" ? "disabled" : "active" });
    setSaid(sent.ok ? null : { tone: "bad", text: sent.message });
    setBusy(null);
    router.refresh();
  };
  return (
    <div className="min-w-0 md:text-right">
      <div className="flex flex-wrap gap-1.5 md:justify-end">
        {state === "active" && (
          <Button size="small" busy={busy === "test"} aria-label={`Test ${name}`} onClick={test}>
            Test
          </Button>
        )}
        <Button size="small" aria-label={`Edit ${name}`} onClick={() => onTask({ do: "edit", channel })}>
          Edit
        </Button>
        {kind === "webhook" && (
          <Button
            size="small"
            aria-label={`New secret for ${name}`}
            onClick={() => onTask({ do: "rotate", channel })}
          >
            New secret
          </Button>
        )}
        <Button
          size="small"
          busy={busy === "state"}
          aria-label={`${state === "active" ? "Disable" : "Enable"} ${name}`}
          onClick={turn}
        >
          {state === "active" ? "Disable" : "Enable"}
        </Button>
        <Button
          size="small"
          tone="danger"
          aria-label={`Delete ${name}`}
          onClick={() => onTask({ do: "delete", channel })}
        >
          Delete
        </Button>
      </div>
      {said && (
        <Notice tone={said.tone} className="mt-2 text-left">
          {said.text}
        </Notice>
      )}
    </div>
  );
}
