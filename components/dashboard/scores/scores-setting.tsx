import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import type { ScoreDefinition } from "#lib/domain/score.ts";
import { ScoreForm } from "./score-form.tsx";

interface ScoresSettingProps {
  projectId: string;
  scores: readonly ScoreDefinition[];
  mayManage: boolean;
}

/** The scores of a project; owners and admins can add, confirm and change them. */
export function ScoresSetting({ projectId, scores, mayManage }: ScoresSettingProps) {
  return (
    <Card
      title="Scores"
      note="Your own measures in addition to thumbs and stars, such as whether the task was solved. A score sent with a secret key is learned from its first values. Confirm it to fix its range or labels and to accept it from publishable keys. To be confirmed, a number needs a minimum and a maximum."
    >
      <ul className="space-y-5">
        {scores.map((score) => (
          <li key={score.name} className="border-line border-b pb-5">
            {mayManage ? (
              <ScoreForm projectId={projectId} score={score} />
            ) : (
              <p className="flex flex-wrap items-center gap-2 text-sm">
                <code className="font-mono">{score.name}</code> <Badge>{score.type}</Badge>
                {!score.confirmed && <Badge tone="warn">Learned, not confirmed</Badge>}
              </p>
            )}
          </li>
        ))}
        <li>
          {mayManage ? (
            <ScoreForm projectId={projectId} score={null} />
          ) : (
            <p className="text-faint text-sm">Only owners and admins can add scores.</p>
          )}
        </li>
      </ul>
    </Card>
  );
}
