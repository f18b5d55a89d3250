"use client";

import { Bell } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Channel } from "#lib/act/notifications/index.ts";
import { ChannelDialogs, type ChannelTask } from "./channel-dialogs.tsx";
import { ChannelRow } from "./channel-row.tsx";

interface ChannelListProps {
  /** Where channels are managed. */
  url: string;
  channels: readonly Channel[];
  /** Whether there is a mail server. */
  mayMail: boolean;
  tz: string;
  mayManage: boolean;
}

/** The channels of a project; owners and admins can change, test, disable and delete them. */
export function ChannelList({ url, channels, mayMail, tz, mayManage }: ChannelListProps) {
  const [task, setTask] = useState<ChannelTask | null>(null);
  return (
    <Card
      title="Channels"
      note="Each channel gets what it listens to, once. What cannot be delivered is tried again for three days."
      flush
      actions={
        mayManage && (
          <Button size="small" tone="primary" onClick={() => setTask({ do: "create" })}>
            New channel
          </Button>
        )
      }
    >
      {channels.length === 0 ? (
        <EmptyState icon={Bell} title="No channels yet">
          Send alerts, problems and the weekly review to a webhook, Slack, Microsoft Teams or by mail.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-line border-t">
          {channels.map((channel) => (
            <ChannelRow
              key={channel.channelId}
              url={`${url}/${channel.channelId}`}
              channel={channel}
              tz={tz}
              onTask={mayManage ? setTask : undefined}
            />
          ))}
        </ul>
      )}
      {!mayManage && (
        <p className="border-line border-t px-4 py-3 text-faint text-sm">
          Only owners and admins can change channels and see deliveries.
        </p>
      )}
      {mayManage && <ChannelDialogs url={url} mayMail={mayMail} task={task} onTask={setTask} />}
    </Card>
  );
}
