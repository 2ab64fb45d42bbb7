import type { Actor } from "@/lib/auth/input";
import { editCompany } from "@/lib/companies/commands/edit";
import { CompanyForm } from "@/lib/companies/input";
import type { Form } from "./form";
import { companyOf } from "./kept";
import { sql, type World } from "./world";

const changeOf = async (world: World) => [
  await companyOf(world),
  await sql`select * from company_changes where company_id = ${world.company.id}`,
];

/** The page of a company that has changed its words. */
async function changed({ actors, company }: World): Promise<string> {
  const words = { name: company.name, description: "We build ledgers." };
  await editCompany(actors.owner as Actor, company.id, CompanyForm.parse(words));
  return `/admin/companies/${company.slug}`;
}

const byAdmin = { may: ["admin"], by: "admin", kept: changeOf, path: changed } as const;
const typed = { reason: "These are the words of another company." };

/** The decisions about a change of a company. */
export const companyChangeForms: Record<string, Form> = {
  approveChangeAction: { ...byAdmin, button: "Approve the change" },
  sendChangeBackAction: { ...byAdmin, typed, button: "Send it back with this reason" },
  takeChangeDownAction: { ...byAdmin, typed, button: "Take words and logo down" },
};
