import { ButtonForm } from "@/app/_parts/button-form";
import { formatDay } from "@/app/_parts/dates";
import { deleteSearchAction } from "@/app/_parts/search/actions";
import { Mark } from "@/app/_ui/mark";
import type { SavedSearch } from "@/lib/saved/queries/searches";
import { seeSearchAction } from "./actions";
import { EditForm } from "./edit-form";
import { mailWords } from "./frequency-words";

type Told = { told: number; answered: number; relevant: number };

/** One saved search: what it asks, what it finds, what it sent, and what can be done with it. */
export function SavedRow({
  search,
  told,
  isCompany = false,
}: {
  search: SavedSearch;
  told?: Told;
  isCompany?: boolean;
}) {
  const { id, name, words, criteria, live, fresh } = search;
  return (
    <li id={id} className="grid gap-x-8 gap-y-1 border-b border-rule py-3 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h3 className="text-md font-semibold break-words">
          <a href={`/jobs?${criteria}`} className="plain-link py-1">
            {name}
          </a>
        </h3>
        {name !== words && <p className="text-ink-2">{words}</p>}
        {search.faults.map(({ message }) => (
          <p key={message} className="text-sm text-warn">
            <Mark name="alert" /> {message} This search therefore finds nothing, and we send no e-mails.
          </p>
        ))}
        <p className="text-sm text-ink-3">{mailsOf(search)}</p>
        {told && <p className="text-sm text-ink-3">{toldWords(told)}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 md:justify-end md:self-start">
        {live !== null && (
          <p className="tabular-nums">
            <span className="amount">{live.toLocaleString("en")}</span> live
          </p>
        )}
        {live === null && search.faults.length === 0 && (
          <p className="text-ink-3">Count unavailable (search too slow)</p>
        )}
        {fresh !== null && fresh > 0 && (
          <ButtonForm action={seeSearchAction} values={{ id }} waiting="Opening…">
            Show {fresh.toLocaleString("en")} new<span className="sr-only"> of {name}</span>
          </ButtonForm>
        )}
      </div>
      <div className="flex flex-wrap items-start justify-between gap-x-6 md:col-span-2">
        <div className="min-w-0 flex-1">
          <EditForm id={id} name={name} frequency={search.frequency} minMatch={search.minMatch} />
        </div>
        <ButtonForm
          action={deleteSearchAction}
          values={{ id }}
          look="quiet"
          buttonClassName="sm:-mx-3"
          waiting="Deleting…"
        >
          {isCompany ? "Stop following" : "Delete"}
          <span className="sr-only"> {name}</span>
        </ButtonForm>
      </div>
    </li>
  );
}

const mailsOf = ({ frequency, minMatch, mailedAt }: SavedSearch) =>
  [
    `${mailWords(frequency)}${minMatch === null || frequency === "never" ? "" : `, where you match at least ${minMatch}%`}`,
    mailedAt && `last on ${formatDay(mailedAt)}`,
  ]
    .filter(Boolean)
    .join(", ");

const toldWords = ({ told, answered, relevant }: Told) =>
  answered === 0
    ? `${told.toLocaleString("en")} sent, none rated yet`
    : `${told.toLocaleString("en")} sent, ${relevant} of ${answered} rated were relevant`;
