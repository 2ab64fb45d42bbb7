import type { Metadata } from "next";
import { ButtonForm } from "@/app/_parts/button-form";
import { NoSuchLink } from "@/app/_parts/no-such-link";
import { PageHeader } from "@/app/_ui/page-header";
import { findTold } from "@/lib/notifications/queries/told";
import { readRelevanceToken } from "@/lib/notifications/tokens";
import { answerAlertByTokenAction } from "./actions";

export const metadata: Metadata = { title: "Was this relevant?", robots: { index: false } };

/** Behind the two links of a posting in an alert: opening one answers nothing yet, the button does. */
export default async function RelevancePage({ params, searchParams }: PageProps<"/alerts/[token]">) {
  const { token } = await params;
  const meant = readRelevanceToken(token);
  const told = meant && (await findTold(meant, meant.postingId));
  if (!told) return <NoSuchLink />;
  const { relevant } = await searchParams;
  const lead =
    told.relevant === null
      ? null
      : `You answered ${told.relevant ? "yes" : "no"}. You can change your answer here.`;
  return (
    <>
      <PageHeader
        title="Was this relevant?"
        lead={lead ?? "We use your answer only to measure how good our alerts are."}
      />
      <p className="mb-5 text-md">
        <a href={`/jobs/${told.slug}`} className="link">
          {told.title}
        </a>
        , {told.companyName}
      </p>
      <div className="flex flex-wrap gap-3">
        {(["yes", "no"] as const).map((answer) => (
          <ButtonForm
            key={answer}
            action={answerAlertByTokenAction}
            values={{ token, relevant: answer }}
            look={relevant === answer ? "primary" : "secondary"}
            size="md"
            waiting="Saving…"
          >
            {answer === "yes" ? "Yes, it was" : "No, it was not"}
          </ButtonForm>
        ))}
      </div>
    </>
  );
}
