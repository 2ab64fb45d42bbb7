import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { counted } from "@/lib/plural";
import { countToClose } from "@/lib/postings/queries/own";
import { chosenCompany } from "../../_parts/chosen-company";
import { CloseForm } from "./close-form";

export const metadata: Metadata = { title: "Close a company" };

export default async function CloseCompanyPage({ searchParams }: PageProps<"/employer/company/close">) {
  const actor = await requireActor("/employer/company/close");
  const { company } = await chosenCompany(actor, (await searchParams).company);
  if (company.role !== "owner") notFound();
  if (company.closedAt) redirect(`/employer/company?company=${company.slug}`);
  const { published, drafts, waiting } = await countToClose(actor, company.id);
  const own = `/employer/company?company=${company.slug}`;
  return (
    <>
      <PageHeader
        title={`Close ${company.name}`}
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: own, label: "Company" },
        ]}
        lead="This cannot be undone."
      />
      <ul className="mb-8 max-w-measure list-disc pl-5">
        <li>
          {published === 0
            ? "No posting is public."
            : `${counted(published, "public posting is", "public postings are")} closed at once.`}
        </li>
        {drafts > 0 && (
          <li>
            {counted(drafts, "posting that waits", "postings that wait")} for review or publication{" "}
            {drafts === 1 ? "is a draft" : "are drafts"} again.
          </li>
        )}
        <li>
          {waiting === 0
            ? "Nobody waits for an answer."
            : `${counted(waiting, "applicant who waits gets", "applicants who wait get")} your message as an answer.`}
        </li>
        <li>We e-mail all members. They keep their accounts.</li>
        <li>If the company’s page is public, it stays and says that the company is closed.</li>
      </ul>
      <CloseForm
        companyId={company.id}
        name={company.name}
        message={`Thank you for applying to ${company.name}. We have closed all of our postings and will not take your application further. We are grateful for the time you gave it.`}
      />
    </>
  );
}
