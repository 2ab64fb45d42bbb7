import type { Metadata } from "next";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { formRecord } from "@/lib/forms/changes";
import { evidenceForm } from "@/lib/profiles/form";
import { evidenceKinds } from "@/lib/profiles/lists";
import { EvidenceForm } from "../evidence-form";
import { kindWords } from "../kinds";

export const metadata: Metadata = { title: "Add to your profile" };

export default async function NewEvidencePage({ searchParams }: PageProps<"/profile/evidence/new">) {
  await requireActor("/profile/evidence/new");
  const asked = (await searchParams).kind;
  const kind = evidenceKinds.find((one) => one === asked) ?? "job";
  return (
    <>
      <PageHeader
        title={`Add a ${kindWords[kind].one}`}
        crumbs={[{ href: "/profile", label: "Profile" }]}
        lead="We read the text for skills and responsibilities. On the next page you choose which of them it shows."
      />
      <EvidenceForm kind={kind} record={formRecord(evidenceForm())} />
    </>
  );
}
