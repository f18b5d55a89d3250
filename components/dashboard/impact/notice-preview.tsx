"use client";

import { ImpactNotice } from "#whetstone/react";

interface NoticePreviewProps {
  language: string;
  title: string;
  description: string;
  shippedAt: string;
}

/** The notice as the widget shows it. Closing it closes nothing for anybody. */
export function NoticePreview({ language, title, description, shippedAt }: NoticePreviewProps) {
  const improvement = { improvement_id: `preview ${language}`, title, description, shipped_at: shippedAt };
  return (
    <div className="min-w-0">
      <p className="mb-1.5 font-medium text-soft text-sm">Preview</p>
      <div className="rounded-lg border border-line border-dashed p-3">
        {title.trim() === "" ? (
          <p className="text-faint text-sm">Write a title to see the notice.</p>
        ) : (
          <ImpactNotice interactionId="preview" adapter={{}} improvements={[improvement]} />
        )}
      </div>
    </div>
  );
}
