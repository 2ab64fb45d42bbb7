import { FieldRow } from "@/app/_ui/field";
import { TextArea, TextField } from "@/app/_ui/text-field";
import { type FormState, typed } from "@/lib/forms/state";
import type { EvidenceKind } from "@/lib/profiles/lists";

type Piece = {
  title: string;
  organisation: string;
  text: string;
  url: string;
  started: string | null;
  ended: string | null;
};

/** What a piece's names are called, by its kind. */
const words: Record<
  EvidenceKind,
  { title: string; organisation?: string; text: string; dates: "period" | "date" | "none" }
> = {
  job: { title: "Title", organisation: "Company", text: "What you did", dates: "period" },
  project: {
    title: "Name",
    organisation: "Company or client",
    text: "What it is, and your part in it",
    dates: "period",
  },
  publication: { title: "Title", organisation: "Published by", text: "Summary", dates: "date" },
  link: { title: "Name", text: "Description", dates: "none" },
  text: { title: "Name", text: "Text", dates: "none" },
};

/** The fields of one piece of evidence. `name` gives each field its name in the form around them. */
export function EvidenceFields({
  kind,
  piece,
  name,
  state,
}: {
  kind: EvidenceKind;
  piece?: Piece;
  name: (part: string) => string;
  state: FormState;
}) {
  const { title, organisation, text, dates } = words[kind];
  const field = (part: keyof Piece) => ({
    name: name(part),
    errors: state.fieldErrors?.[name(part)],
    defaultValue: typed(state, name(part), piece?.[part]),
  });
  return (
    <div className="grid gap-4 py-2">
      <TextField label={title} {...field("title")} />
      {organisation && <TextField label={organisation} {...field("organisation")} />}
      {dates === "period" && (
        <FieldRow
          legend="When"
          hint="For example Sept 2018, 2018-09 or 2018. Leave “To” empty if it is ongoing."
        >
          <TextField label="From" {...field("started")} />
          <TextField label="To" {...field("ended")} />
        </FieldRow>
      )}
      {dates === "date" && (
        <TextField label="Date" hint="For example Sept 2018, 2018-09 or 2018." {...field("ended")} />
      )}
      <TextArea label={text} rows={5} {...field("text")} />
      {kind !== "text" && (
        <TextField
          label="Web address"
          hint="Enter the full address, for example https://example.com."
          type="url"
          {...field("url")}
        />
      )}
    </div>
  );
}
