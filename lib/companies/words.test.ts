import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import {
  addMember,
  createApplication,
  createCompany,
  createPosting,
  createUser,
  daysAgo,
} from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { countLiveOf } from "@/lib/postings/queries/live";
import { createCompany as foundCompany } from "./commands/create";
import { editCompany } from "./commands/edit";
import { removeLogo, saveLogo } from "./commands/logo";
import { CompanyForm, SaveLogo } from "./input";
import { readLogo } from "./logo";
import { findCompany, findLogo } from "./queries";

const { sql } = await testDatabase();
let owner: Actor;
let company: { id: string; slug: string; name: string };
beforeEach(async () => {
  owner = await createUser();
  company = await createCompany({ owner });
});
const shown = () => findCompany(company.slug, owner);
const edit = (words: object) =>
  editCompany(owner, company.id, CompanyForm.parse({ name: company.name, ...words }));

describe("what a company says of itself", () => {
  it("is saved as it was written, and its stack by the names of the catalogue, in its own order", async () => {
    await edit({
      description: "Ledgers.",
      working: "Small teams.",
      benefits: "- Lunch",
      stack: "k8s, golang; Postgres ,, go",
    });
    expect(await shown()).toMatchObject({
      description: "Ledgers.",
      working: "Small teams.",
      benefits: "- Lunch",
      stack: [{ slug: "kubernetes" }, { slug: "go" }, { slug: "postgresql" }],
    });
    await edit({ stack: "Go" });
    expect(await shown()).toMatchObject({ working: "", stack: [{ slug: "go" }] });
  });

  it("names each technology that we do not know, and saves nothing then", async () => {
    await edit({ stack: "Go", description: "Ledgers." });
    await expect(edit({ stack: "Go, Rocketology, Ballistix" })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "stack", message: expect.stringContaining("“Rocketology”, “Ballistix”") }],
    });
    expect(await shown()).toMatchObject({ description: "Ledgers.", stack: [{ slug: "go" }] });
    await expect(
      foundCompany(owner, CompanyForm.parse({ name: "Gull", stack: "Rocketology" })),
    ).rejects.toMatchObject({ fields: [{ path: "stack" }] });
    expect(await sql`select from companies where name = 'Gull'`).toHaveLength(0);
  });

  it("has a limit", () => {
    const stack = Array.from({ length: 21 }, (_, i) => `skill ${i}`).join(", ");
    expect(CompanyForm.safeParse({ name: "Gull", stack }).error?.issues).toMatchObject([
      { path: ["stack"], message: "List at most 20 technologies." },
    ]);
  });
});

const picture = (width = 300, height = 200) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 30, b: 30, alpha: 0.5 } } });
const fileOf = (bytes: Uint8Array | string, name = "logo.png") =>
  new File([typeof bytes === "string" ? bytes : new Uint8Array(bytes)], name);

describe("a logo", () => {
  it.each([
    ["PNG", () => picture().png().toBuffer()],
    [
      "JPEG",
      () =>
        picture()
          .jpeg()
          .withExif({ IFD0: { Artist: "Kim Sample" } })
          .toBuffer(),
    ],
    ["WebP", () => picture(50, 90).webp().toBuffer()],
  ] as const)("that is a %s becomes a small square WebP without what else was in it", async (_, make) => {
    const { image, hash } = await readLogo(await make());
    expect(await sharp(image).metadata()).toMatchObject({
      format: "webp",
      width: 256,
      height: 256,
      hasAlpha: false,
    });
    expect(image.length).toBeLessThan(100_000);
    expect(image.toString("latin1")).not.toContain("Kim Sample");
    expect(hash).toMatch(/^[0-9a-f]{32}$/);
  });

  const unfit: [string, () => string | Promise<Uint8Array>][] = [
    ["a drawing", () => `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`],
    ["a page", () => "<!doctype html><script>alert(1)</script>"],
    ["a GIF", () => picture().gif().toBuffer()],
    ["nothing", () => ""],
    ["half a picture", async () => (await picture().png().toBuffer()).subarray(0, 60)],
    ["the first bytes of a picture before something else", () => "\x89PNG\r\n\x1a\n<svg/>"],
    ["more pixels than a logo has", () => picture(5100, 5100).png().toBuffer()],
  ];
  it.each(unfit)("is refused where the file is %s", async (_, make) => {
    const made = await make();
    const bytes = typeof made === "string" ? Buffer.from(made, "latin1") : made;
    await expect(readLogo(bytes)).rejects.toMatchObject({ code: "invalid", fields: [{ path: "file" }] });
  });

  it("is refused above 1 MB", () => {
    const file = fileOf(new Uint8Array(1024 * 1024 + 1));
    expect(SaveLogo.safeParse({ companyId: company.id, file }).error?.issues).toMatchObject([
      { path: ["file"], message: "This picture is larger than 1 MB. Save it smaller." },
    ]);
  });

  it("is at an address of its own until it is replaced or removed, by owners alone", async () => {
    const recruiter = await createUser();
    await addMember(company.id, recruiter, "recruiter");
    const [first, second] = [
      fileOf(await picture().png().toBuffer()),
      fileOf(await picture(90, 300).png().toBuffer()),
    ];
    await expect(saveLogo(recruiter, { companyId: company.id, file: first })).rejects.toThrow(
      `Only an owner of ${company.name} can change its page.`,
    );
    await saveLogo(owner, { companyId: company.id, file: first });
    const before = (await shown())?.logo as string;
    expect(await sharp((await findLogo(before)) as Buffer).metadata()).toMatchObject({ format: "webp" });
    await saveLogo(owner, { companyId: company.id, file: second });
    const after = (await shown())?.logo as string;
    expect(after).not.toBe(before);
    expect(await findLogo(before)).toBeNull();
    await expect(removeLogo(recruiter, { companyId: company.id })).rejects.toMatchObject({
      code: "forbidden",
    });
    await removeLogo(owner, { companyId: company.id });
    expect(await shown()).toMatchObject({ logo: null });
    expect(await findLogo(after)).toBeNull();
  });
});

it("a company shows what share of ten applications or more it answered in time, and how many postings are open", async () => {
  const [first, second] = [
    await createPosting({ companyId: company.id }),
    await createPosting({ companyId: company.id }),
  ];
  await createPosting({ companyId: company.id, state: "draft" });
  const apply = async (postingId: string, answered: boolean) => {
    const { id } = await createApplication({
      postingId,
      companyId: company.id,
      candidate: await createUser(),
    });
    await sql`update applications set submitted_at = ${daysAgo(20)}, reply_by = ${daysAgo(6)},
      answered_at = ${answered ? daysAgo(10) : null} where id = ${id}`;
  };
  for (let i = 0; i < 9; i++) await apply(i % 2 ? first.id : second.id, i < 6);
  expect(await shown()).toMatchObject({ answerRate: null });
  await apply(first.id, true);
  expect(await shown()).toMatchObject({ answerRate: 0.7 });
  const other = await createCompany({ owner });
  expect(await countLiveOf([company.slug, other.slug])).toEqual(new Map([[company.slug, 2]]));
});
