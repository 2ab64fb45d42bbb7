import type { Metadata } from "next";
import { ButtonForm } from "@/app/_parts/button-form";
import { Button } from "@/app/_ui/button";
import { Pagination } from "@/app/_ui/pagination";
import { Section } from "@/app/_ui/section";
import { Table } from "@/app/_ui/table";
import { TextField } from "@/app/_ui/text-field";
import { requireAdmin } from "@/lib/auth/session";
import { listSkillsForAdmin, listUnknownNames } from "@/lib/moderation/queries/taxonomy";
import { slugOf, slugShape } from "@/lib/slug";
import { skillCategories } from "@/lib/taxonomy/input";
import { DeskHeader } from "../_parts/desk-header";
import { DoneNotice } from "../_parts/done";
import { AddAliasForm } from "./_parts/add-alias-form";
import { AddSkillForm } from "./_parts/add-skill-form";
import { ignoreNameAction } from "./actions";

export const metadata: Metadata = { title: "Taxonomy" };

const sourceWords = {
  posting: "postings",
  profile: "profiles",
  search: "searches",
  import: "imports",
};

export default async function TaxonomyPage({ searchParams }: PageProps<"/admin/taxonomy">) {
  const admin = await requireAdmin("/admin/taxonomy");
  const asked = await searchParams;
  const text = (value: unknown) => (typeof value === "string" ? value.trim().slice(0, 60) : "");
  const [q, name] = [text(asked.q), text(asked.name)];
  const after = slugShape.test(text(asked.after)) ? text(asked.after) : undefined;
  const [{ skills, next }, unknown] = await Promise.all([
    listSkillsForAdmin(admin, { q, after }),
    listUnknownNames(admin),
  ]);
  const to = (more: Record<string, string>) =>
    `/admin/taxonomy?${new URLSearchParams({ ...(q && { q }), ...more })}`;
  return (
    <>
      <DeskHeader
        current="/admin/taxonomy"
        lead="The skills that postings and profiles can name, and what people call them."
      />
      <DoneNotice asked={asked.done} />
      {name && (
        <Section title={`“${name}”`} className="mb-10">
          <p className="mb-4 text-ink-2">
            Say what this name means: another name of a skill, a new skill, or no skill.
          </p>
          <AddAliasForm key={name} name={name} />
          <div className="mt-4">
            <ButtonForm action={ignoreNameAction} values={{ name }} size="md" waiting="Saving…">
              It is no skill
            </ButtonForm>
          </div>
        </Section>
      )}
      <div className="mb-10">
        <AddSkillForm
          key={name}
          name={name || undefined}
          slug={name ? slugOf(name) : undefined}
          categories={skillCategories}
        />
      </div>
      <Section title="Typed and not known" className="mb-10">
        <p className="mb-3 text-ink-2">
          What at least three different people or postings named in the last 90 days. Who it was is not
          stored.
        </p>
        <Table
          caption="Typed and not known"
          rows={unknown}
          rowKey={(row) => row.name}
          empty="Nothing was typed that we do not know."
          columns={[
            {
              key: "name",
              head: "Name",
              cell: (row) => (
                <a
                  className="link font-medium"
                  href={`/admin/taxonomy?${new URLSearchParams({ name: row.name })}`}
                >
                  {row.name}
                </a>
              ),
            },
            { key: "count", head: "Times", figure: true, cell: (row) => row.count.toLocaleString("en") },
            {
              key: "where",
              head: "In",
              wide: true,
              cell: ({ sources }) => sources.map((source) => sourceWords[source]).join(", "),
            },
          ]}
        />
      </Section>
      <Section title="Skills">
        <form action="/admin/taxonomy" className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-3">
          <TextField name="q" label="Name contains" defaultValue={q} />
          <Button type="submit">Search</Button>
        </form>
        <Table
          caption="Skills"
          rows={skills}
          rowKey={({ slug }) => slug}
          empty="No skill was found."
          columns={[
            {
              key: "label",
              head: "Skill",
              cell: ({ slug, label, isRetired, added }) => (
                <>
                  <a className="link font-medium" href={`/admin/taxonomy/${slug}`}>
                    {label}
                  </a>
                  {(isRetired || added) && (
                    <span className="ml-2 text-sm text-ink-3">{isRetired ? "retired" : "added here"}</span>
                  )}
                </>
              ),
            },
            { key: "category", head: "Category", cell: ({ category }) => category.replaceAll("-", " ") },
            { key: "names", head: "Other names", wide: true, cell: ({ aliases }) => aliases.join(", ") },
          ]}
        />
        <div className="mt-6">
          <Pagination
            shown={skills.length}
            unit="skills"
            nextHref={next ? to({ after: next }) : undefined}
            firstHref={after ? to({}) : undefined}
          />
        </div>
      </Section>
    </>
  );
}
