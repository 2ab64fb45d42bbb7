import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { Section } from "@/app/_ui/section";
import type { ApplicationSheet } from "@/lib/applications/queries/sheet";
import { counted } from "@/lib/plural";
import { formatDay } from "../dates";
import { ChangedLines } from "./changed-lines";
import { EvidenceList } from "./evidence-list";
import type { SheetReader, Stated } from "./gate-words";
import { MatchSheet } from "./match-sheet";
import { piecesOf } from "./pieces";
import type { SaidOfLine } from "./sheet-lines";

/**
 * The sheet that an application was sent with, for either side. `path` is the page's own address; `isRecomputed` says that the reader asked
 * to compute the sheet again. `sheet` is null where none was stored; `wanted` is the pay that the application was sent with.
 */
export function StoredSheet({
  sheet,
  path,
  isRecomputed,
  reader,
  wanted,
  said,
}: {
  sheet: ApplicationSheet | null;
  path: string;
  isRecomputed: boolean;
  reader: SheetReader;
  wanted: Stated["wanted"];
  said?: SaidOfLine;
}) {
  if (!sheet)
    return (
      <Section id="match" title="Match">
        <p className="text-ink-3">This application was sent before match sheets were stored.</p>
      </Section>
    );
  const { made, labels, proof, today } = sheet;
  return (
    <>
      <Section
        id="match"
        title="Match"
        note={`As sent on ${formatDay(sheet.at)}. Both sides see the same sheet.`}
      >
        <MatchSheet
          sheet={made.sheet}
          labels={labels}
          evidence={piecesOf(proof, false)}
          reader={reader}
          stated={{ wanted }}
          said={said}
        />
        <form action={`${path}#recomputed`} method="get" className="mt-5">
          <Button type="submit" size="sm" name="recompute" value="1">
            Recompute
          </Button>
        </form>
        {isRecomputed && <Recomputed sheet={sheet} />}
      </Section>
      {today && <ChangedLines then={made} today={today} labels={labels} stated={{}} />}
      <EvidenceList proof={proof} />
    </>
  );
}

function Recomputed({ sheet: { isSame, inputsHash, made } }: { sheet: ApplicationSheet }) {
  return (
    <div id="recomputed" className="mt-4">
      <Notice
        tone={isSame ? "success" : "danger"}
        title={
          isSame
            ? "Recomputed from the stored inputs. The result is identical."
            : "The stored inputs do not give the sheet that was sent."
        }
      >
        <p className="text-sm">
          Rules version 1, {counted(made.sheet.lines.length, "line")}, SHA-256 of the inputs:{" "}
          <span className="figure break-all">{inputsHash}</span>
        </p>
      </Notice>
    </div>
  );
}
