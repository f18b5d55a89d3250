"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Confirm } from "../shell/confirm.tsx";

interface DeleteWaitingProps {
  /** Where the deletion is sent to, with what to delete. */
  url: string;
  title: string;
  /** What the button says; only an icon without it. */
  label?: string;
}

/** Deletes pending events after a confirmation. */
export function DeleteWaiting({ url, title, label }: DeleteWaitingProps) {
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const router = useRouter();
  const remove = async () => {
    const sent = await sendJson("DELETE", url);
    if (!sent.ok) return setFailed(sent.message);
    setAsking(false);
    router.refresh();
  };
  return (
    <>
      {label ? (
        <Button size="small" tone="danger" className="ml-auto" onClick={() => setAsking(true)}>
          {label}
        </Button>
      ) : (
        <IconButton
          label="Delete"
          icon={<Trash2 aria-hidden className="size-4" />}
          onClick={() => setAsking(true)}
        />
      )}
      <Confirm
        open={asking}
        title={title}
        action="Delete"
        onConfirm={remove}
        onClose={() => setAsking(false)}
      >
        {failed && (
          <Notice tone="bad" className="mb-3">
            {failed}
          </Notice>
        )}
        This data is lost even if the interaction is logged later. This cannot be undone.
      </Confirm>
    </>
  );
}
