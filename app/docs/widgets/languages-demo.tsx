"use client";
import { useState } from "react";
import { Select } from "#components/ui/fields/select.tsx";
import type * as widgets from "#whetstone/react";
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

type Exported = keyof typeof widgets;

/** The dictionaries of the package, each with its language's own name. */
const named: Record<Extract<Exported, `${string}Texts`>, { name: string; texts: Texts }> = {
  englishTexts: { name: "English", texts: englishTexts },
  germanTexts: { name: "Deutsch", texts: germanTexts },
  spanishTexts: { name: "Español", texts: spanishTexts },
  frenchTexts: { name: "Français", texts: frenchTexts },
  portugueseTexts: { name: "Português", texts: portugueseTexts },
  japaneseTexts: { name: "日本語", texts: japaneseTexts },
  chineseTexts: { name: "中文", texts: chineseTexts },
  arabicTexts: { name: "العربية", texts: arabicTexts },
};

const languages = Object.values(named);

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
