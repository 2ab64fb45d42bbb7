import type { NextRequest } from "next/server";
import { finishProviderSignIn } from "@/lib/auth/session";

/** Where a provider sends the browser back to. No other address of next-auth is served: nothing here would ask it. */
export async function GET(request: NextRequest, { params }: RouteContext<"/api/auth/callback/[provider]">) {
  const answer = await finishProviderSignIn((await params).provider, request);
  return (
    answer ??
    Response.json({ error: { code: "not_found", message: "This page does not exist." } }, { status: 404 })
  );
}
