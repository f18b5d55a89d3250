"use client";

import { Download, FileImage, FileSpreadsheet } from "lucide-react";
import { type RefObject, useState } from "react";
import { ActionMenu } from "#components/ui/overlays/action-menu.tsx";
import type { TableData } from "../table-data.ts";
import { toCsv } from "./csv.ts";
import { useScope } from "./export-scope.tsx";
import { exportName } from "./file-name.ts";
import { saveFile } from "./save-file.ts";

interface ExportMenuProps {
  title: string;
  summary: string;
  table: TableData;
  fileName: string;
  /** Where the chart is drawn. */
  chart: RefObject<HTMLElement | null>;
}

/** What a chart can be taken away as: its numbers or its picture. */
export function ExportMenu({ title, summary, table, fileName, chart }: ExportMenuProps) {
  const scope = useScope();
  const [failed, setFailed] = useState(false);
  const saveTable = () =>
    saveFile(
      new Blob([toCsv(table)], { type: "text/csv;charset=utf-8" }),
      exportName(scope, fileName, "csv"),
    );
  const savePicture = async () => {
    setFailed(false);
    try {
      const { drawPng } = await import("./draw-png.ts");
      if (chart.current)
        saveFile(await drawPng(chart.current, { title, summary }), exportName(scope, fileName, "png"));
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <ActionMenu
        label={`Export ${title}`}
        icon={<Download aria-hidden className="size-4" />}
        actions={[
          { label: "Download CSV", icon: <FileSpreadsheet aria-hidden className="size-4" />, run: saveTable },
          { label: "Download PNG", icon: <FileImage aria-hidden className="size-4" />, run: savePicture },
        ]}
      />
      {failed && (
        <p role="alert" className="w-full text-bad text-xs">
          Your browser could not create the image. Export the CSV or take a screenshot instead.
        </p>
      )}
    </>
  );
}
