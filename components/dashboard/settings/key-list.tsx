"use client";

import { KeyRound } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { KeyListItem } from "#lib/platform/api-keys/key-list.ts";
import { KeyDialogs, type KeyTask } from "./key-dialogs.tsx";
import { KeyLine } from "./key-row.tsx";

interface KeyListProps {
  projectId: string;
  keys: readonly KeyListItem[];
  tz: string;
  mayManage: boolean;
}

/** The project's keys, living ones first; the revoked ones on demand. */
export function KeyList({ projectId, keys, tz, mayManage }: KeyListProps) {
  const [task, setTask] = useState<KeyTask | null>(null);
  const [withRevoked, setWithRevoked] = useState(false);
  const living = keys.filter(({ revokedAt }) => !revokedAt);
  const revoked = keys.length - living.length;
  return (
    <Card
      title="API keys"
      note="Keys are stored as hashes and shown only once. Use secret keys on servers and publishable keys in browsers, where they can only send data."
      flush
      actions={
        mayManage && (
          <Button size="small" tone="primary" onClick={() => setTask({ do: "create" })}>
            New key
          </Button>
        )
      }
    >
      {keys.length === 0 && <EmptyState icon={KeyRound} title="No keys yet" />}
      <ul className="divide-y divide-line border-line border-t">
        {(withRevoked ? keys : living).map((key) => (
          <KeyLine key={key.keyId} item={key} tz={tz} onTask={mayManage ? setTask : undefined} />
        ))}
      </ul>
      {revoked > 0 && (
        <div className="border-line border-t px-3 py-1.5">
          <Button tone="quiet" size="small" onClick={() => setWithRevoked(!withRevoked)}>
            {withRevoked ? "Hide" : "Show"} {revoked} revoked
          </Button>
        </div>
      )}
      <KeyDialogs projectId={projectId} task={task} onTask={setTask} />
    </Card>
  );
}
