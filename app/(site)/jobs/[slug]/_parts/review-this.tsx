import { currentActor } from "@/lib/auth/session";

/** For an admin who reads a posting, the way to its review. Answers to visitors, who have no session, are as if it were not there. */
export async function ReviewThis({ postingId }: { postingId: string }) {
  const actor = await currentActor();
  if (!actor?.isAdmin) return null;
  return (
    <p className="mt-4">
      <a className="link inline-flex min-h-11 items-center" href={`/admin/postings/${postingId}`}>
        Review this posting
      </a>
    </p>
  );
}
