import PostalMime from "postal-mime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "@/db/cluster/ports";
import { unique } from "@/db/factories";
import { mailboxMessages } from "@/db/schema/email";
import { testDatabase } from "@/db/testing";
import type { Mail } from "@/lib/background/input";
import { deliverMail } from "./deliver";
import { startMailbox } from "./mailbox";

const { db } = await testDatabase();

describe("a mail as it arrives", () => {
  let mailbox: { stop(): Promise<void> };
  beforeAll(async () => {
    const port = await freePort(0);
    // Read at the first mail that is delivered.
    process.env.SMTP_URL = `smtp://localhost:${port}`;
    mailbox = await startMailbox(port);
  });
  afterAll(() => mailbox.stop());

  const arrived = async (mail: Mail) => {
    const before = await db.$count(mailboxMessages);
    await deliverMail(mail);
    await deliverMail(mail);
    const rows = await db
      .select({ raw: mailboxMessages.raw })
      .from(mailboxMessages)
      .orderBy(mailboxMessages.id);
    expect(rows).toHaveLength(before + 1);
    const read = await PostalMime.parse(rows.at(-1)?.raw ?? "");
    return { ...read, header: (name: string) => read.headers.find(({ key }) => key === name)?.value };
  };
  const plain = (): Mail => ({
    key: unique("mail"),
    to: "kim@example.com",
    subject: "A subject with ümlauts",
    heading: "A heading",
    paragraphs: ["One thing.", "Another."],
    reason: "You get this because you asked.",
  });

  it("comes once, however often it is tried, and says that it can be ended only where it can", async () => {
    const mail = await arrived(plain());
    expect(mail.subject).toBe("A subject with ümlauts");
    expect(mail.text).toContain(
      "A heading\n\nOne thing.\n\nAnother.\n\n-- \nYou get this because you asked.",
    );
    expect(mail.header("list-unsubscribe")).toBeUndefined();
    expect(mail.header("list-unsubscribe-post")).toBeUndefined();
  });

  it("lists postings with their answers, and ends by one click of a mail program (RFC 8058)", async () => {
    const url = "http://localhost:3000/jobs/role-1";
    const mail = await arrived({
      ...plain(),
      items: [
        {
          title: "Backend Developer",
          url,
          lines: ["Acme", "€60,000–80,000 a year"],
          question: { text: "Was this relevant?", answers: [{ label: "Yes", url: `${url}?yes` }] },
        },
      ],
      stop: {
        label: "Stop these mails",
        pageUrl: "http://localhost:3000/page",
        postUrl: "http://localhost:3000/post",
      },
    });
    expect(mail.header("list-unsubscribe")).toBe("<http://localhost:3000/post>");
    expect(mail.header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(mail.text).toContain(
      `Backend Developer\nAcme\n€60,000–80,000 a year\n${url}\nWas this relevant?\nYes: ${url}?yes`,
    );
    expect(mail.text).toContain("Stop these mails: http://localhost:3000/page");
    for (const part of [
      `href="${url}"`,
      "€60,000–80,000 a year",
      `href="${url}?yes"`,
      'href="http://localhost:3000/page"',
    ])
      expect(mail.html).toContain(part);
  });
});
