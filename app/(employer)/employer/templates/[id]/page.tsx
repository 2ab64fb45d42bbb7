import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "@/app/_parts/button-form";
import { idFrom } from "@/app/_parts/id";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { templateForm } from "@/lib/applications/form";
import { findTemplate } from "@/lib/applications/queries/templates";
import { fillFields } from "@/lib/applications/rules";
import { requireActor } from "@/lib/auth/session";
import { formRecord } from "@/lib/forms/changes";
import { deleteTemplateAction } from "../actions";
import { TemplateForm } from "../template-form";

export const metadata: Metadata = { title: "Template" };

export default async function TemplatePage({ params, searchParams }: PageProps<"/employer/templates/[id]">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/employer/templates/${id}`);
  const template = await findTemplate(actor, id);
  if (!template) notFound();
  const { done } = await searchParams;
  const example = { candidate: "Sam Example", posting: "Backend Developer", company: template.companyName };
  return (
    <>
      <PageHeader
        title={template.name}
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: "/employer/templates", label: "Message templates" },
        ]}
      />
      {done === "saved" && (
        <div className="mb-6">
          <Notice tone="success" live title="Template saved." />
        </div>
      )}
      <div className="grid gap-10">
        <TemplateForm id={id} record={formRecord(templateForm(template))} />
        <Section title="Preview" note="What Sam Example would read">
          <p className="max-w-measure whitespace-pre-wrap">{fillFields(template.text, example)}</p>
        </Section>
        <Section title="Delete this template">
          <p className="mb-4 text-ink-2">What you have sent with it stays.</p>
          <ButtonForm
            action={deleteTemplateAction}
            values={{ id }}
            look="danger"
            size="md"
            waiting="Deleting…"
          >
            Delete template
          </ButtonForm>
        </Section>
      </div>
    </>
  );
}
