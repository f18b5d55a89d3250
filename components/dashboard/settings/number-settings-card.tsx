import { formatCount } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { cohortWords } from "#lib/domain/dimensions.ts";
import type { ProjectSettings, SettingGroup } from "#lib/platform/projects/number-settings.ts";
import { NumberSetting } from "./number-setting.tsx";

interface CardTexts<Group extends SettingGroup> {
  title: string;
  note: string;
  labels: Record<keyof ProjectSettings[Group], string>;
  /** Said once a change is saved. */
  done: string;
}

const soon = "Saved. Takes effect within a few seconds.";

const texts: { [Group in SettingGroup]: CardTexts<Group> } = {
  write_limit: {
    title: "Write limit",
    note: "How many writes per minute one client address can send with one publishable key. Each rating or annotation is one write. Signals have a separate limit of the same size, so they never use up the writes for ratings. Secret keys are not limited.",
    labels: { writes_per_minute: "Writes per minute" },
    done: soon,
  },
  quotas: {
    title: "Quotas",
    note: "How much publishable keys can store on one answer, send from one network address per hour, and store in the project per day (UTC). One fifth of the answer and day quotas is reserved for ratings. Anything over a quota is rejected with the reason. Secret keys are not limited.",
    labels: {
      answer_events: "Events per answer",
      answer_kilobytes: "kB per answer",
      address_kilobytes: "kB per address and hour",
      day_events: "Events per day",
      day_megabytes: "MB per day",
    },
    done: soon,
  },
  voter_limits: {
    title: "Anonymous raters",
    note: "Applies to answers that your server logged without user_id and session_id. Each device counts as one rater, and ratings and annotations from more devices than this are rejected. The second number limits how many of them may share one network address. Raise the first number for answers that many people read.",
    labels: {
      voters_per_answer: "Devices per answer",
      voters_per_address: "Per network address",
    },
    done: soon,
  },
  cohort_minimum: {
    title: "Small cohorts",
    note: `A ${cohortWords("name", "or")} with fewer ratings (thumbs up or down) than this is hidden on the Cohorts page and in the API, so that individuals cannot be identified.`,
    labels: { cohort_minimum: "Minimum ratings" },
    done: "Saved. Takes effect immediately.",
  },
};

interface NumberSettingsCardProps {
  projectId: string;
  group: SettingGroup;
  values: Readonly<Record<string, number>>;
  /** The least and the most of each value. */
  bounds: Readonly<Record<string, { min: number; max: number }>>;
  mayManage: boolean;
}

/** A group of a project's number settings; owners and admins can change them. */
export function NumberSettingsCard({ projectId, group, values, bounds, mayManage }: NumberSettingsCardProps) {
  const { title, note, labels, done } = texts[group];
  const fields = Object.entries<string>(labels).map(([field, label]) => ({
    field,
    label,
    value: values[field] ?? 0,
    bound: bounds[field] ?? { min: 0, max: 0 },
  }));
  return (
    <Card title={title} note={note}>
      {mayManage ? (
        <div className="flex flex-wrap gap-x-8 gap-y-4">
          {fields.map(({ field, label, value, bound: { min, max } }) => (
            <NumberSetting
              key={field}
              label={label}
              hint={`${formatCount(min)} to ${formatCount(max)}`}
              min={min}
              max={max}
              saved={value}
              url={`/api/projects/${projectId}/${group.replace("_", "-")}`}
              field={field}
              done={done}
            />
          ))}
        </div>
      ) : (
        <p className="text-sm">
          {fields.map(({ label, value }) => `${label}: ${formatCount(value)}`).join(" · ")}.{" "}
          <span className="text-faint">Only owners and admins can change this.</span>
        </p>
      )}
    </Card>
  );
}
