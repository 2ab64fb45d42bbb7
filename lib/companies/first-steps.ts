type Company = { description: string; website: string | null; verifiedBy: string | null };
type Posting = { submittedAt: Date | null; publishedAt: Date | null };

export type FirstStep = "described" | "verified" | "written" | "sent" | "live";

/**
 * The first steps of a company with its postings, in order, each with whether it is done; null once a posting of it has been live, which is
 * the last of them.
 */
export function firstSteps(
  { description, website, verifiedBy }: Company,
  postings: readonly Posting[],
): readonly { step: FirstStep; isDone: boolean }[] | null {
  if (postings.some(({ publishedAt }) => publishedAt !== null)) return null;
  return [
    { step: "described", isDone: description !== "" && website !== null },
    { step: "verified", isDone: verifiedBy !== null },
    { step: "written", isDone: postings.length > 0 },
    { step: "sent", isDone: postings.some(({ submittedAt }) => submittedAt !== null) },
    { step: "live", isDone: false },
  ];
}
