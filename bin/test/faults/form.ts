import { type Answer, ask } from "./http";

/** A form as a page without JavaScript holds it: where it goes and what it sends along unseen. */
export type PlainForm = { url: string; hidden: [name: string, value: string][] };

/** The form of that page that has a field of that name. */
export async function readForm(
  url: string,
  field: string,
  headers: Record<string, string> = {},
): Promise<PlainForm> {
  const page = await ask(url, { headers });
  const forms = page.body.match(/<form[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((text) => text.includes(`name="${field}"`));
  if (!form) throw new Error(`${url} (${page.status}) has no form with a field “${field}”.`);
  const hidden = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]): [string, string] => [
    attribute(input, "name"),
    attribute(input, "value"),
  ]);
  return { url, hidden };
}

/** Sends it as a browser without JavaScript would. */
export async function sendForm(
  form: PlainForm,
  typed: Record<string, string | File>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const data = new FormData();
  for (const [name, value] of [...form.hidden, ...Object.entries(typed)]) data.append(name, value);
  const encoded = new Response(data);
  return ask(form.url, {
    method: "POST",
    headers: {
      "content-type": encoded.headers.get("content-type") as string,
      origin: new URL(form.url).origin,
      ...headers,
    },
    body: Buffer.from(await encoded.arrayBuffer()),
  });
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return value
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}
