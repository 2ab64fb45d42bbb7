import type { Metadata } from "next";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { formRecord } from "@/lib/forms/changes";
import { studyForm } from "@/lib/profiles/form";
import { StudyForm } from "../study-form";

export const metadata: Metadata = { title: "Add education" };

export default async function NewStudyPage() {
  await requireActor("/profile/education/new");
  return (
    <>
      <PageHeader title="Add education" crumbs={[{ href: "/profile", label: "Profile" }]} />
      <StudyForm record={formRecord(studyForm())} />
    </>
  );
}
