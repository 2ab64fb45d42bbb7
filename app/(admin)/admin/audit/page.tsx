import type { Metadata } from "next";
import { Button } from "@/app/_ui/button";
import { Select } from "@/app/_ui/choice-field";
import { Pagination } from "@/app/_ui/pagination";
import { Table } from "@/app/_ui/table";
import { TextField } from "@/app/_ui/text-field";
import { requireAdmin } from "@/lib/auth/session";
import { eventTypes } from "@/lib/events/input";
import { listAudit } from "@/lib/moderation/queries/audit";
import { DeskHeader } from "../_parts/desk-header";
import { readAuditSearch } from "./read-search";

export const metadata: Metadata = { title: "Audit" };

const pageSize = 50;

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const admin = await requireAdmin("/admin/audit");
  const { search, faults, typed } = readAuditSearch(await searchParams);
  const found = search ? await listAudit(admin, search, pageSize + 1) : [];
  const page = found.slice(0, pageSize);
  const { before: _, ...kept } = typed;
  const last = found.length > pageSize ? page.at(-1) : undefined;
  const asked = new URLSearchParams(kept);
  const to = (values: Record<string, string>) =>
    `/admin/audit?${new URLSearchParams({ ...kept, ...values })}`;
  return (
    <>
      <DeskHeader
        current="/admin/audit"
        lead="Everything that was done, the newest first. Nobody can change or delete an entry."
      />
      <form
        action="/admin/audit"
        className="mb-4 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_10rem_auto]"
      >
        <TextField
          name="who"
          label="Who"
          hint="An e-mail address"
          errors={faults.who}
          defaultValue={typed.who}
        />
        <Select
          name="what"
          label="What"
          empty="Anything"
          errors={faults.what}
          defaultValue={typed.what}
          options={eventTypes.map((value) => ({ value, label: value }))}
        />
        <TextField
          name="id"
          label="Id"
          hint="Of a posting, application, company or person"
          mono
          errors={faults.id}
          defaultValue={typed.id}
        />
        <TextField name="day" type="date" label="Day" errors={faults.day} defaultValue={typed.day} />
        <Button type="submit">Search</Button>
      </form>
      {page.length > 0 && (
        <form action="/admin/audit/export" method="post" className="mb-6">
          {[...asked].map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button type="submit" size="sm">
            Download as CSV
          </Button>
          <span className="ml-3 text-sm text-ink-3">At most the newest 10,000 entries of this search.</span>
        </form>
      )}
      <Table
        caption="Audit"
        rows={page}
        rowKey={({ id }) => String(id)}
        empty="Nothing was found. Search for less."
        columns={[
          {
            key: "at",
            head: "When",
            cell: ({ at }) => (
              <time dateTime={at.toISOString()} className="whitespace-nowrap tabular-nums">
                {at.toISOString().slice(0, 19).replace("T", " ")}
              </time>
            ),
          },
          { key: "what", head: "What", cell: ({ type }) => type },
          {
            key: "who",
            head: "Who",
            cell: ({ actorId, actor }) =>
              actor ? (
                <a className="link block min-w-40 break-all" href={to({ who: actor })}>
                  {actor}
                </a>
              ) : (
                <span className="text-ink-3">{actorId ? "an account that is gone" : "the system"}</span>
              ),
          },
          {
            key: "about",
            head: "About",
            cell: ({ companyId, postingId, applicationId }) => (
              <ul className="text-sm">
                {Object.entries({ company: companyId, posting: postingId, application: applicationId }).map(
                  ([name, id]) =>
                    id && (
                      <li key={name} className="whitespace-nowrap">
                        {name}{" "}
                        <a className="link figure" href={to({ id })}>
                          {id.slice(0, 8)}
                        </a>
                      </li>
                    ),
                )}
              </ul>
            ),
          },
          {
            key: "data",
            head: "Data",
            wide: true,
            cell: ({ data }) => (
              <code className="text-sm break-all">
                {Object.keys(data).length > 0 ? JSON.stringify(data) : ""}
              </code>
            ),
          },
        ]}
      />
      <Pagination
        shown={page.length}
        unit="entries"
        nextHref={last ? to({ before: String(last.id) }) : undefined}
        firstHref={typed.before ? `/admin/audit?${asked}` : undefined}
      />
    </>
  );
}
