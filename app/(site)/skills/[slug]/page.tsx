import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { SkillLinks } from "@/app/_parts/skill-links";
import { ButtonLink } from "@/app/_ui/button";
import { DataItem, DataList, Unstated } from "@/app/_ui/data-list";
import { DocumentLayout } from "@/app/_ui/document-layout";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { parseParameters } from "@/lib/search/criteria";
import { findSkill, findSkillsBySlugs } from "@/lib/taxonomy/queries/skills";
import { feedsInHead } from "../../../_parts/search/feed-links";
import { PostingsOf } from "../../../_parts/search/postings-of";

const loadSkill = cache(findSkill);

export async function generateMetadata({ params }: PageProps<"/skills/[slug]">): Promise<Metadata> {
  const skill = await loadSkill((await params).slug);
  if (!skill) return { title: "Skill not found" };
  return {
    title: `${skill.label} jobs`,
    description: `Backend postings that ask for ${skill.label}, with their pay.`,
    alternates: {
      canonical: "./",
      ...feedsInHead(parseParameters(new URLSearchParams({ skill: skill.slug })).criteria, skill.label),
    },
  };
}

/** The status of a retired skill (410), and the way from one that was merged to the other, are set by the proxy. */
export default async function SkillPage({ params }: PageProps<"/skills/[slug]">) {
  const skill = await loadSkill((await params).slug);
  if (!skill) notFound();
  const [implied, related] = await Promise.all([
    findSkillsBySlugs(skill.implies),
    findSkillsBySlugs(skill.related),
  ]);
  return (
    <DocumentLayout
      head={
        <PageHeader
          title={skill.label}
          crumbs={[{ href: "/jobs", label: "Jobs" }]}
          actions={
            <ButtonLink href={`/jobs?skill=${skill.slug}`}>Search postings with {skill.label}</ButtonLink>
          }
          lead={
            skill.retiredAt && "This skill is retired: new postings and profiles cannot name it any more."
          }
        />
      }
      facts={
        <Section title="About this skill">
          <DataList>
            <DataItem label="Kind">{skill.kind}</DataItem>
            <DataItem label="Category">{skill.category.replaceAll("-", " ")}</DataItem>
            <DataItem label="Also called">
              {skill.aliases.length > 0 ? skill.aliases.join(", ") : <Unstated>no other names</Unstated>}
            </DataItem>
            <DataItem label="Implies">
              <SkillLinks skills={implied} at="/skills" />
            </DataItem>
            <DataItem label="Related to">
              <SkillLinks skills={related} at="/skills" />
            </DataItem>
          </DataList>
        </Section>
      }
    >
      <Section title={`Open postings with ${skill.label}`}>
        <PostingsOf query={{ skill: skill.slug }} back={`/skills/${skill.slug}`} arrival="skill" />
      </Section>
    </DocumentLayout>
  );
}
