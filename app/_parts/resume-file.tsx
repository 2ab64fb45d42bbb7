import { buttonClass } from "@/app/_ui/button";
import type { ResumeFile as File } from "@/lib/applications/queries/resume";

const kindWords: Record<File["kind"], string> = {
  pdf: "PDF",
  docx: "Word document",
  odt: "OpenDocument text",
  txt: "Plain text",
};

/** A file that goes along with an application, with the button to download it where the reader may: for either side. */
export function ResumeFile({ file: { id, name, kind, bytes, state } }: { file: File }) {
  return (
    <div className="grid justify-items-start gap-2">
      <p className="break-words">
        {name && <span className="font-medium">{name}</span>}
        {name && " · "}
        {kindWords[kind]}, {sizeWords(bytes)}
      </p>
      {state === "pending" && (
        <p className="text-sm text-ink-2">
          We are checking this file for viruses. It can be downloaded after that.
        </p>
      )}
      {state === "unsafe" && (
        <p className="text-sm text-bad">This file did not pass our check for viruses, so we deleted it.</p>
      )}
      {state === "clean" &&
        (name ? (
          <form method="post" action="/resumes/download">
            <input type="hidden" name="id" value={id} />
            <button type="submit" className={buttonClass("secondary", "sm")}>
              Download résumé
            </button>
          </form>
        ) : (
          <p className="text-sm text-ink-2">You cannot open it, because it may tell who the applicant is.</p>
        ))}
    </div>
  );
}

const sizeWords = (bytes: number) =>
  bytes >= 1_000_000
    ? `${(bytes / 1_000_000).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / 1000)).toLocaleString("en")} KB`;
