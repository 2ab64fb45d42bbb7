import type { Metadata } from "next";
import { Article } from "../_parts/article";

export const metadata: Metadata = {
  title: "Terms",
  description: "The rules for candidates, employers and programs that use Backplane.",
};

export default function TermsPage() {
  return (
    <Article title="Terms" lead="The rules for using Backplane, which is free of charge for everyone.">
      <h2>For everyone</h2>
      <ul>
        <li>
          You do not need an account to search, to read, or to use the feeds and the API. The number of
          requests a minute is limited.
        </li>
        <li>
          An account is for one person, who must be at least 16 years old and must protect access to their
          mailbox.
        </li>
        <li>Do not post anything that is false, breaks the law or belongs to somebody else.</li>
        <li>You may leave at any time, and take your data with you.</li>
      </ul>
      <h2>For employers</h2>
      <ul>
        <li>A posting must be for a real, open role at your company, and must show its true pay range.</li>
        <li>A remote posting must name the countries where you can hire.</li>
        <li>Never ask candidates for money, to apply or to be hired.</li>
        <li>
          You must answer each application within the days that your posting promises. How often you do is
          public.
        </li>
        <li>Use what candidates send only for that application.</li>
        <li>
          Choose fairly. The search and the match do not use names, ages, genders, photos or schools, and
          neither may you.
        </li>
      </ul>
      <h2>What we may do</h2>
      <ul>
        <li>
          We review new postings before they are public. We may send back, freeze or remove a posting, and we
          give our reasons. A company can appeal once against a removal or freezing, within 30 days, and
          another admin decides. <a href="/transparency">How often that happens</a> is public.
        </li>
        <li>
          We may suspend anyone who breaks these terms. They may appeal once, and another admin decides.
        </li>
        <li>Every such decision is recorded.</li>
      </ul>
      <h2>What we do not promise</h2>
      <p>
        Employers write the postings. We check them against our rules, but we cannot vouch for a role. A match
        compares a posting with a profile. It decides nothing.
      </p>
    </Article>
  );
}
