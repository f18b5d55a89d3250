"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Card } from "#components/ui/card.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { Notice } from "#components/ui/notice.tsx";

interface AutomaticCardProps {
  url: string;
  isAllowed: boolean;
  /** Whether the model is switched by itself, or why not. */
  state: string;
  /** Who allowed it, and when; null where it is not. */
  allowed: string | null;
  mayAllow: boolean;
  /** How many daily runs in a row, and how many days of rest. */
  rules: { runs: number; rest: number };
}

/** Whether the production model may be switched by itself. Takes effect as it is switched. */
export function AutomaticCard({ url, isAllowed, state, allowed, mayAllow, rules }: AutomaticCardProps) {
  const router = useRouter();
  const [on, setOn] = useState(isAllowed);
  const [failed, setFailed] = useState<string | null>(null);
  const change = async (automatic: boolean) => {
    setOn(automatic);
    const sent = await sendJson("PUT", `${url}/automatic`, { automatic });
    if (!sent.ok) setOn(!automatic);
    setFailed(sent.ok ? null : sent.message);
    if (sent.ok) router.refresh();
  };
  return (
    <Card title="Automatic switching">
      {mayAllow ? (
        <Checkbox checked={on} onChange={change}>
          Switch the production model automatically once a recommendation has held
        </Checkbox>
      ) : (
        <p className="text-soft text-sm">Owners and admins can allow this.</p>
      )}
      <p className="mt-2 max-w-prose text-soft text-sm">
        Only if an experiment assigned users at random and recommended the same switch on {rules.runs} days in
        a row, and not within {rules.rest} days of another move. It never returns to a model that the label
        left. Rolling back is up to you.
      </p>
      <p role="status" className="wrap-anywhere mt-2 text-sm">
        {state}
      </p>
      {allowed && <p className="mt-1 text-faint text-xs tabular-nums">{allowed}</p>}
      {failed && (
        <Notice tone="bad" className="mt-3">
          {failed}
        </Notice>
      )}
    </Card>
  );
}
