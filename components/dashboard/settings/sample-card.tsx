"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { Notice } from "#components/ui/notice.tsx";
import { SampleLoader } from "../setup/sample-loader.tsx";
import { Confirm } from "../shell/confirm.tsx";

interface SampleCardProps {
  /** Where the sample project is; null when there is none. */
  sampleSlug: string | null;
  /** The project whose settings these are. */
  here: string;
  mayManage: boolean;
}

/** Loads the sample project, or deletes it. */
export function SampleCard({ sampleSlug, here, mayManage }: SampleCardProps) {
  return (
    <Card
      title="Sample project"
      note="90 days of generated answers, ratings, edits and comments that look like real traffic."
    >
      {!mayManage ? (
        <p className="text-faint text-sm">Only owners and admins can load or delete it.</p>
      ) : sampleSlug ? (
        <Loaded slug={sampleSlug} here={here} />
      ) : (
        <SampleLoader refresh />
      )}
    </Card>
  );
}

function Loaded({ slug, here }: { slug: string; here: string }) {
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const router = useRouter();
  const remove = async () => {
    const sent = await sendJson("DELETE", "/api/sample-project");
    setAsking(false);
    if (!sent.ok) return setRefused(sent.message);
    if (slug === here) window.location.assign("/");
    else router.refresh();
  };
  return (
    <>
      {refused && (
        <Notice tone="bad" className="mb-3">
          {refused}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        {slug !== here && <ButtonLink href={`/${slug}`}>Open sample project</ButtonLink>}
        <Button tone="danger" onClick={() => setAsking(true)}>
          Delete sample project
        </Button>
      </div>
      <Confirm
        open={asking}
        title="Delete the sample project?"
        action="Delete"
        onConfirm={remove}
        onClose={() => setAsking(false)}
      >
        All of its interactions and ratings are deleted. Other projects are not affected, and you can load it
        again.
      </Confirm>
    </>
  );
}
