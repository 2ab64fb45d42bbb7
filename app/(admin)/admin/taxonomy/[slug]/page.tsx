import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ButtonForm } from "@/app/_parts/button-form";
import { formatDay } from "@/app/_parts/dates";
import { SkillLinks } from "@/app/_parts/skill-links";
import { DataItem, DataList } from "@/app/_ui/data-list";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { DeskPage } from "@/app/_ui/queue";
import { Section } from "@/app/_ui/section";
import { requireAdmin } from "@/lib/auth/session";
import { findSkillForAdmin } from "@/lib/moderation/queries/taxonomy";
import { findMergedSkill } from "@/lib/taxonomy/queries/skills";
import { DoneNotice } from "../../_parts/done";
import { OneFieldForm } from "../../_parts/one-field-form";
import { AddAliasForm } from "../_parts/add-alias-form";
import { mergeSkillsAction, removeAliasAction, restoreSkillAction, retireSkillAction } from "../actions";

export const metadata: Metadata = { title: "Skill" };

export default async function SkillPage({ params, searchParams }: PageProps<"/admin/taxonomy/[slug]">) {
  const { slug } = await params;
  const admin = await requireAdmin(`/admin/taxonomy/${slug}`);
  const [skill, { done }] = await Promise.all([findSkillForAdmin(admin, slug), searchParams]);
  if (!skill) {
    const into = await findMergedSkill(slug);
    if (into) redirect(`/admin/taxonomy/${into}`);
    notFound();
  }
  const { label, retiredAt, aliases } = skill;
  return (
    <>
      <PageHeader
        title={label}
        crumbs={[
          { href: "/admin", label: "Review" },
          { href: "/admin/taxonomy", label: "Taxonomy" },
        ]}
        lead={skill.added ? "Added by an admin." : "From the product’s own data."}
      />
      <DoneNotice asked={done} />
      <DeskPage
        decision={
          <div className="grid gap-8">
            {retiredAt ? (
              <div className="grid gap-4">
                <Notice tone="warning" title={`Retired on ${formatDay(retiredAt)}`}>
                  It is not offered and not read from texts. Postings and profiles that have it keep it.
                </Notice>
                <ButtonForm action={restoreSkillAction} values={{ slug }} size="md" waiting="Saving…">
                  Offer it again
                </ButtonForm>
              </div>
            ) : (
              <div className="grid gap-3">
                <p className="text-ink-2">
                  A retired skill is not offered and not read from texts any more. Postings and profiles that
                  have it keep it. You can undo this.
                </p>
                <ButtonForm action={retireSkillAction} values={{ slug }} size="md" waiting="Saving…">
                  Retire this skill
                </ButtonForm>
              </div>
            )}
            <OneFieldForm
              action={mergeSkillsAction}
              name="merge-skill"
              title="Merge into another skill"
              values={{ slug }}
              lead={`Postings, profiles and companies that have ${label} have the other skill from then on. Its names, its address and searches for it lead there. Applications keep what was stored with them. This cannot be undone.`}
              field={{ name: "into", label: "The other skill", hint: "By its name, such as Kubernetes." }}
              button="Merge the skills"
              waiting="Merging…"
            />
          </div>
        }
      >
        <Section title="Facts">
          <DataList>
            <DataItem label="Public page">
              <a className="link" href={`/skills/${slug}`}>
                /skills/{slug}
              </a>
            </DataItem>
            <DataItem label="Kind">{skill.kind}</DataItem>
            <DataItem label="Category">{skill.category.replaceAll("-", " ")}</DataItem>
            <DataItem label="Implies">
              <SkillLinks skills={skill.implies} at="/admin/taxonomy" />
            </DataItem>
            <DataItem label="Related to">
              <SkillLinks skills={skill.related} at="/admin/taxonomy" />
            </DataItem>
            <DataItem label="In use">
              {skill.postings.toLocaleString("en")} postings, {skill.profiles.toLocaleString("en")} profiles
            </DataItem>
          </DataList>
        </Section>
        <Section title="Other names" className="mt-10">
          {aliases.length === 0 ? (
            <p className="text-ink-3">It has no other names.</p>
          ) : (
            <ul className="mb-6 grid gap-2">
              {aliases.map((name) => (
                <li key={name} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                  <span className="break-all">{name}</span>
                  <ButtonForm action={removeAliasAction} values={{ slug, name }} waiting="Removing…">
                    Remove <span className="sr-only">the name {name}</span>
                  </ButtonForm>
                </li>
              ))}
            </ul>
          )}
          <AddAliasForm skill={slug} />
        </Section>
      </DeskPage>
    </>
  );
}
