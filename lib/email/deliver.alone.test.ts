import { once } from "node:events";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "@/db/cluster/ports";
import { createUser, unique } from "@/db/factories";
import { bouncedAddresses, mailboxMessages } from "@/db/schema/email";
import { moveClock, testDatabase } from "@/db/testing";
import type { Mail } from "@/lib/background/input";
import { countNews } from "@/lib/notifications/queries/news";
import { forgetBounces, noteBounce } from "./commands";
import { deliverMail, stopDelivering } from "./deliver";
import { startMailbox } from "./mailbox";

const { db, sql } = await testDatabase();

const plain = (): Mail => ({
  key: unique("mail"),
  to: "kim@example.com",
  subject: "A subject with ümlauts",
  heading: "A heading",
  paragraphs: ["One thing.", "Another."],
  reason: "You get this because you asked.",
});
let port: number;

describe("a mail as it arrives", () => {
  let mailbox: { stop(): Promise<void> };
  beforeAll(async () => {
    port = await freePort(0);
    // Read at the first mail that is delivered.
    process.env.SMTP_URL = `smtp://localhost:${port}`;
    mailbox = await startMailbox(port);
  });
  afterAll(() => {
    stopDelivering();
    return mailbox.stop();
  });

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

describe("a mail that is refused", () => {
  /** What the mail server says of each address that it does not take. */
  const refusals = new Map<string, { responseCode: number; message: string }>();
  const tried: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo({ address }, _, done) {
      tried.push(address);
      const refusal = refusals.get(address);
      done(refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.responseCode }));
    },
  });
  beforeAll(async () => {
    server.listen(port, "localhost");
    await once(server.server, "listening");
  });
  afterAll(() => {
    stopDelivering();
    return new Promise<void>((done) => server.close(() => done()));
  });
  const bounces = () => db.select().from(bouncedAddresses);
  const triesOf = (address: string) => tried.filter((one) => one === address).length;

  it("for good is noted by its code alone, and until it takes one again the address gets codes only", async () => {
    const user = await createUser({ email: `${unique("gone")}@example.com` });
    const to = user.email;
    const told = async () => (await countNews(user)).bouncedAddress;
    refusals.set(to, { responseCode: 550, message: "No user of this name, says a long text" });
    await deliverMail({ ...plain(), to });
    expect(await bounces()).toEqual([{ address: to, code: 550, at: expect.any(Date) }]);
    expect(await told()).toBe(to);
    await deliverMail({ ...plain(), to });
    expect(triesOf(to)).toBe(1);
    await deliverMail({ ...plain(), to, code: "123456" });
    expect(triesOf(to)).toBe(2);
    await moveClock(sql, "8 days");
    expect(await told()).toBeNull();
    await deliverMail({ ...plain(), to });
    expect(triesOf(to)).toBe(3);
    expect(await told()).toBe(to);
    refusals.delete(to);
    await deliverMail({ ...plain(), to, code: "123456" });
    expect(await bounces()).toEqual([]);
    expect(await told()).toBeNull();
    await moveClock(sql, "0");
  });

  it("is forgotten when it counts no more", async () => {
    await noteBounce("old@example.com", 550);
    await moveClock(sql, "6 days");
    await forgetBounces();
    expect(await bounces()).toHaveLength(1);
    await moveClock(sql, "8 days");
    await forgetBounces();
    expect(await bounces()).toEqual([]);
    await moveClock(sql, "0");
  });

  it("for now is an error, so that it is tried again", async () => {
    const to = "full@example.com";
    refusals.set(to, { responseCode: 452, message: "Mailbox full" });
    const mail = { ...plain(), to };
    await expect(deliverMail(mail)).rejects.toThrow();
    expect(await bounces()).toEqual([]);
    refusals.delete(to);
    await deliverMail(mail);
    expect(triesOf(to)).toBe(2);
  });
});
