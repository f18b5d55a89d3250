"use client";
import { useState } from "react";
import { Select } from "#components/ui/fields/select.tsx";
import {
  arabicTexts,
  CommentBox,
  chineseTexts,
  defaultPositiveCategories,
  englishTexts,
  FeedbackBar,
  frenchTexts,
  germanTexts,
  japaneseTexts,
  portugueseTexts,
  StarRating,
  spanishTexts,
  type Texts,
} from "#whetstone/react";
import { DemoFrame } from "./demo-frame.tsx";

const languages: readonly { name: string; texts: Texts }[] = [
  { name: "English", texts: englishTexts },
  { name: "Deutsch", texts: germanTexts },
  { name: "Español", texts: spanishTexts },
  { name: "Français", texts: frenchTexts },
  { name: "Português", texts: portugueseTexts },
  { name: "日本語", texts: japaneseTexts },
  { name: "中文", texts: chineseTexts },
  { name: "العربية", texts: arabicTexts },
];

/** The bar in each language. */
export function LanguagesDemo() {
  const [chosen, setChosen] = useState(7);
  const texts = languages[chosen]?.texts;
  return (
    <div className="space-y-3">
      <Select
        label="Example language"
        value={chosen}
        onChange={(event) => setChosen(Number(event.target.value))}
      >
        {languages.map(({ name }, index) => (
          <option key={name} value={index}>
            {name}
          </option>
        ))}
      </Select>
      <DemoFrame name="Languages">
        {(props) => (
          <div className="space-y-4">
            <FeedbackBar {...props} texts={texts} positiveCategories={defaultPositiveCategories} />
            <StarRating {...props} texts={texts} />
            <CommentBox {...props} texts={texts} />
          </div>
        )}
      </DemoFrame>
    </div>
  );
}
