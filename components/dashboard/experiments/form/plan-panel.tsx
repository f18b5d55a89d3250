"use client";

import { useEffect, useState } from "react";
import { formatCountOf } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import type { Plan } from "#lib/use-cases/experiments/plan-from-traffic.ts";
import { metricUnit } from "../metric-words.ts";
import { baselineWords, effectWords, needsWords, type PlanAsked, planQuery } from "./plan-words.ts";

/** How long typing rests before the server is asked, in milliseconds. */
const REST_MS = 300;

interface PlanPanelProps extends Omit<PlanAsked, "effect"> {
  projectId: string;
}

/** How long the experiment takes at the project's traffic, and what other durations would find. */
export function PlanPanel({ projectId, ...planned }: PlanPanelProps) {
  const [effect, setEffect] = useState("5");
  const query = planQuery({ ...planned, effect });
  const plan = usePlan(projectId, query);
  const isShare = metricUnit(planned.metric) === "share";
  return (
    <Card
      title="How long will it take?"
      note="From this project's own traffic. A true difference of this size is found with a probability of 80%, and you can look at any time."
    >
      <Field
        label={`Smallest difference${isShare ? " in points" : ""}`}
        className="max-w-60"
        inputMode="decimal"
        value={effect}
        onChange={(event) => setEffect(event.target.value)}
      />
      <div role="status" className="mt-3 text-sm">
        {query === null && <p className="text-faint">Enter the metric, the shares and the traffic.</p>}
        {query !== null && plan && <PlanText metric={planned.metric} plan={plan} />}
      </div>
    </Card>
  );
}

function PlanText({ metric, plan }: { metric: string; plan: Plan }) {
  const isKnown = plan.baseline.value !== null;
  return (
    <>
      {isKnown && <p className="font-medium text-ink">{needsWords(plan)}</p>}
      <p className="mt-1 text-soft">{baselineWords(metric, plan)}</p>
      {isKnown && (
        <table className="mt-3 w-full max-w-80 text-sm">
          <caption className="mb-1 text-left text-faint text-xs">
            Smallest difference that is found, by duration
          </caption>
          <tbody>
            {plan.detectable.map(({ days, effect }) => (
              <tr key={days} className="border-line border-t">
                <th scope="row" className="py-1 text-left font-normal text-soft">
                  {formatCountOf(days, "day")}
                </th>
                <td className="py-1 text-right tabular-nums">{effectWords(metric, effect)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** The plan of a query, once typing rests; the last one stays until the next is there. */
function usePlan(projectId: string, query: string | null): Plan | null {
  const [plan, setPlan] = useState<Plan | null>(null);
  useEffect(() => {
    if (query === null) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const sent = await sendJson<Plan>("GET", `/api/projects/${projectId}/experiment-plan?${query}`);
      if (isCurrent) setPlan(sent.ok ? sent.data : null);
    }, REST_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [projectId, query]);
  return plan;
}
