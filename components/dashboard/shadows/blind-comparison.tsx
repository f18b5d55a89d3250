"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { BlindPair, Verdict } from "#lib/observe/shadows/index.ts";

interface BlindComparisonProps {
  pair: BlindPair;
  /** The endpoint of shadow answers. */
  url: string;
}

/** What a verdict came to, and whose answer came first. */
interface Judged {
  verdict: Verdict;
  first: "candidate" | "shown";
}

const choices = [
  { better: "first", label: "A is better" },
  { better: "second", label: "B is better" },
  { better: "tie", label: "No difference" },
] as const;

const outcome: Record<Verdict, string> = {
  candidate: "You preferred the candidate’s answer.",
  shown: "You preferred the answer that was shown.",
  tie: "You saw no difference.",
};

const names = { candidate: "candidate", shown: "shown to the user" } as const;

/** Two answers to one input, unnamed until the reviewer has decided. */
export function BlindComparison({ pair, url }: BlindComparisonProps) {
  const router = useRouter();
  const [judged, setJudged] = useState<Judged | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const judge = async (better: (typeof choices)[number]["better"]) => {
    setBusy(better);
    setRefused(null);
    const sent = await sendJson<Judged>("POST", `${url}/${encodeURIComponent(pair.shadowId)}/verdict`, {
      better,
    });
    setBusy(null);
    if (sent.ok) setJudged(sent.data);
    else setRefused(sent.message);
  };
  const second = judged?.first === "candidate" ? "shown" : "candidate";
  return (
    <div className="space-y-4">
      {pair.input && (
        <Card title="Input">
          <Answer text={pair.input} />
        </Card>
      )}
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <Card title="Answer A" note={judged ? names[judged.first] : undefined}>
          <Answer text={pair.first} />
        </Card>
        <Card title="Answer B" note={judged ? names[second] : undefined}>
          <Answer text={pair.second} />
        </Card>
      </div>
      {refused && <Notice tone="bad">{refused}</Notice>}
      <div className="flex flex-wrap items-center gap-2">
        {judged ? (
          <>
            <p role="status" className="text-sm text-soft">
              {outcome[judged.verdict]}
            </p>
            <Button autoFocus tone="primary" onClick={() => router.refresh()}>
              Next pair
            </Button>
          </>
        ) : (
          choices.map(({ better, label }) => (
            <Button
              key={better}
              busy={busy === better}
              disabled={busy !== null}
              onClick={() => judge(better)}
            >
              {label}
            </Button>
          ))
        )}
      </div>
    </div>
  );
}

function Answer({ text }: { text: string }) {
  return <p className="wrap-anywhere whitespace-pre-wrap text-base text-ink">{text}</p>;
}
