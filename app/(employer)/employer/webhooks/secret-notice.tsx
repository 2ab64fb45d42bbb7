import { Notice } from "@/app/_ui/notice";

/** The secret of a webhook, this once. `again` is the address of the page without it. */
export function SecretNotice({ title, secret, again }: { title: string; secret: string; again: string }) {
  return (
    <div className="max-w-xl">
      <Notice tone="success" live title={title}>
        <code className="my-2 block select-all break-all">{secret}</code>
        <p>
          Your program checks with it that a request comes from us.{" "}
          {/* A whole new page: nothing of the secret stays in this one. */}
          <a href={again} data-reload className="link">
            Done, I have copied it
          </a>
        </p>
      </Notice>
    </div>
  );
}
