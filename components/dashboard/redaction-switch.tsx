import { Checkbox } from "../ui/checkbox.tsx";
import { Notice } from "../ui/notice.tsx";

interface RedactionSwitchProps {
  enabled: boolean;
  onChange: (enabled: boolean) => void;
}

/** Whether anything is taken out at all, with a warning where nothing is. */
export function RedactionSwitch({ enabled, onChange }: RedactionSwitchProps) {
  return (
    <div className="space-y-3">
      <Checkbox checked={enabled} onChange={onChange}>
        Redact texts before they are stored
      </Checkbox>
      {!enabled && (
        <Notice tone="warn">
          Off: whatever people type is stored as it comes, with every address, card number and key in it.
          Turning it on later does not clean what was stored meanwhile.
        </Notice>
      )}
    </div>
  );
}
