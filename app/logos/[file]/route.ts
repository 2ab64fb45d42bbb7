import { findLogo } from "@/lib/companies/queries";

/** A company's logo, at an address that is made of its content and so never changes. It was written by us, as a WebP. */
export async function GET(_: Request, { params }: RouteContext<"/logos/[file]">) {
  const hash = /^([0-9a-f]{32})\.webp$/.exec((await params).file)?.[1];
  const image = hash && (await findLogo(hash));
  if (!image) return new Response("There is no such logo.\n", { status: 404 });
  return new Response(new Uint8Array(image), {
    headers: {
      "Content-Type": "image/webp",
      "Content-Disposition": "inline",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
