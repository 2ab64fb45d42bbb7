import type { Metadata } from "next";
import { Article } from "../_parts/article";

export const metadata: Metadata = { title: "Terms" };

export default function TermsPage() {
  return (
    <Article title="Terms" lead="What holds between you and Backplane. It is free of charge to everyone.">
      <h2>For everyone</h2>
      <ul>
        <li>
          Searching, reading, the feeds and the API need no account. Be sparing with them: there are limits a
          minute.
        </li>
        <li>An account is for one person, who is at least 16 years old and keeps its mailbox safe.</li>
        <li>Do not post what is false, what breaks the law, or what belongs to somebody else.</li>
        <li>You may leave at any time, and take your data with you.</li>
      </ul>
      <h2>For employers</h2>
      <ul>
        <li>
          A posting is for a real, open role that your company hires for, and says its pay range. The range is
          meant.
        </li>
        <li>A remote role names the countries where you can hire.</li>
        <li>Nobody is asked for money, to apply or to be hired.</li>
        <li>
          You answer each application within the days that your posting promises. How often you do is public.
        </li>
        <li>What candidates send is for that application alone.</li>
        <li>
          Choose fairly: neither the search nor the match looks at a name, age, gender, photo or school, nor
          may you.
        </li>
      </ul>
      <h2>What we may do</h2>
      <ul>
        <li>
          New postings are reviewed before they are public. We may send back, freeze or remove one, and say
          why.
        </li>
        <li>Who breaks these terms may be suspended, and may appeal once, to somebody else.</li>
        <li>Every such decision is on record.</li>
      </ul>
      <h2>What we do not promise</h2>
      <p>
        Postings are the words of those who post them. We check what rules can check, and cannot vouch for a
        role. A match compares what a posting asks with what a profile says; it decides nothing.
      </p>
    </Article>
  );
}
