"use server";

import { redirect } from "next/navigation";
import { asAdmin } from "@/lib/auth/rules";
import { formAction } from "@/lib/forms/action";
import {
  addAlias,
  addSkill,
  ignoreName,
  mergeSkills,
  removeAlias,
  restoreSkill,
  retireSkill,
} from "@/lib/moderation/commands/taxonomy";
import { AddAlias, AddSkill, MergeSkills, OneAlias, OneName, OneSkill } from "@/lib/moderation/input";

export const addSkillAction = formAction(AddSkill, async (input, actor) => {
  await addSkill(asAdmin(actor), input);
  redirect(`/admin/taxonomy/${input.slug}?done=skill-added`);
});

export const addAliasAction = formAction(AddAlias, async (input, actor) => {
  const { slug } = await addAlias(asAdmin(actor), input);
  redirect(`/admin/taxonomy/${slug}?done=name-added`);
});

export const removeAliasAction = formAction(OneAlias, async (input, actor) => {
  await removeAlias(asAdmin(actor), input);
  redirect(`/admin/taxonomy/${input.slug}?done=name-removed`);
});

export const ignoreNameAction = formAction(OneName, async (input, actor) => {
  await ignoreName(asAdmin(actor), input);
  redirect("/admin/taxonomy?done=name-ignored");
});

export const mergeSkillsAction = formAction(MergeSkills, async (input, actor) => {
  const { slug } = await mergeSkills(asAdmin(actor), input);
  redirect(`/admin/taxonomy/${slug}?done=skills-merged`);
});

export const retireSkillAction = formAction(OneSkill, async (input, actor) => {
  await retireSkill(asAdmin(actor), input);
  redirect(`/admin/taxonomy/${input.slug}?done=skill-retired`);
});

export const restoreSkillAction = formAction(OneSkill, async (input, actor) => {
  await restoreSkill(asAdmin(actor), input);
  redirect(`/admin/taxonomy/${input.slug}?done=skill-restored`);
});
