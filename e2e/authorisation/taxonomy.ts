import type { Admin } from "@/lib/auth/input";
import { addAlias, addSkill, retireSkill } from "@/lib/moderation/commands/taxonomy";
import { AddAlias, AddSkill } from "@/lib/moderation/input";
import { normalizeTerm } from "@/lib/taxonomy/rules";
import type { Form } from "./form";
import { sql, type World } from "./world";

/** The skill of this world alone: others that run beside it are not disturbed. */
const slugOf = ({ company }: World) => `${company.slug.slice(0, 40).replace(/-$/, "")}-skill`;
const nameOf = (world: World) => `${slugOf(world).replaceAll("-", " ")} by another name`.slice(-60);
const adminOf = ({ actors }: World) => actors.admin as Admin;

const taxonomyOf = (world: World) => sql`
  select s.slug, s.label, s.retired_at, array(select a.alias from skill_aliases a where a.skill_id = s.id order by 1) as names,
    (select count(*) from decided_names d where d.name like ${`%${slugOf(world).replaceAll("-", " ")}%`}) as decided
  from skills s where s.slug like ${`${slugOf(world)}%`} order by 1`;

async function withSkill(world: World): Promise<string> {
  const slug = slugOf(world);
  const [found] = await sql`select 1 from skills where slug = ${slug}`;
  if (!found) await addSkill(adminOf(world), AddSkill.parse({ label: slug, slug, category: "tool" }));
  return `/admin/taxonomy/${slug}`;
}

const byAdmin = { may: ["admin"], by: "admin", kept: taxonomyOf, path: withSkill } as const;

/** The pages of the taxonomy, with an address of each. */
export const taxonomyPages = {
  "/admin/taxonomy": "/admin/taxonomy",
  "/admin/taxonomy/[slug]": "/admin/taxonomy/go",
};

/** The forms of the taxonomy. */
export const taxonomyForms: Record<string, Form> = {
  addSkillAction: {
    ...byAdmin,
    path: () => "/admin/taxonomy",
    typed: (world) => ({ label: `${slugOf(world)}-2`, slug: `${slugOf(world)}-2`, category: "tool" }),
    button: "Add the skill",
  },
  addAliasAction: { ...byAdmin, typed: (world) => ({ name: nameOf(world) }), button: "Add the name" },
  removeAliasAction: {
    ...byAdmin,
    path: async (world) => {
      const path = await withSkill(world);
      await addAlias(
        adminOf(world),
        AddAlias.parse({ name: `${nameOf(world)} b`.slice(-60), skill: slugOf(world) }),
      );
      return path;
    },
    button: /^Remove the name/,
  },
  ignoreNameAction: {
    ...byAdmin,
    path: (world) => `/admin/taxonomy?${new URLSearchParams({ name: `${slugOf(world)} c` })}`,
    button: "It is no skill",
    kept: (world) => sql`select name from decided_names where name = ${normalizeTerm(`${slugOf(world)} c`)}`,
  },
  retireSkillAction: { ...byAdmin, button: "Retire this skill" },
  restoreSkillAction: {
    ...byAdmin,
    path: async (world) => {
      const path = await withSkill(world);
      const [found] =
        await sql`select 1 from skills where slug = ${slugOf(world)} and retired_at is not null`;
      if (!found) await retireSkill(adminOf(world), { slug: slugOf(world) });
      return path;
    },
    button: "Offer it again",
  },
  mergeSkillsAction: {
    ...byAdmin,
    path: async (world) => {
      const path = await withSkill(world);
      await addSkill(
        adminOf(world),
        AddSkill.parse({ label: `${slugOf(world)}-3`, slug: `${slugOf(world)}-3`, category: "tool" }),
      );
      return path;
    },
    typed: (world) => ({ into: `${slugOf(world)}-3` }),
    button: "Merge the skills",
  },
};
