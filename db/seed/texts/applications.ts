/** What candidates write along; many write nothing. */
export const coverNotes: string[] = [
  "",
  "",
  "",
  "I have done something close to this for the last three years and would like to do it where the domain is taken seriously. My notice period is two months.",
  "Your description of what hurts is the reason why I write. We had the same problem and solved half of it; I can tell you which half.",
  "I am looking for a team that reviews carefully. The stack fits what I use every day.",
  "Short version: the must list fits, one of the nice ones does not, and I learn that kind of thing quickly.",
  "I would be moving for this position and have thought about that; a start within ten weeks is realistic.",
  "What I cannot offer is experience in your domain. What I can: seven years of code that others still like to change.",
  "I have read your public documentation and have two questions about it that I would rather ask in person.",
  "At my present employer I own a service of about the same load. It is in good hands without me by now, which is why I am looking.",
  "I prefer part of the week at home for family reasons, as your posting allows. Everything else is open.",
  "You ask for care after the merge. I keep a list of the incidents that I caused and what came of them, and am happy to walk you through it.",
  "A friend on another team of yours told me how you work. I would like to see it for myself.",
  "I took a year off to look after my father and am back since spring. Before that: see the profile.",
  "The reply promise on your posting is what made me write to you first.",
];

/** A no, in words that reach the candidate. */
export const refusals: string[] = [
  "Thank you for your time. We need somebody who has run a system of this load before, and your examples were of smaller ones. Please do apply for the mid-level position when it opens.",
  "We have decided for a candidate with more experience in the domain. Your review of our pull request was the best of the round, and we told the team so.",
  "The position asks for several years with its main language, and your profile shows one. That was the only reason.",
  "You wrote that you want to work fully remotely; for this team two days in the office are needed. We would have liked to talk otherwise.",
  "We liked the conversation. In the debugging session the fault stayed open for a long time without a plan for how to narrow it down, and that is the centre of this job.",
  "The role was filled by somebody who applied before you. We closed the posting today.",
  "Your salary wish is above what the range allows, and the range is fixed for this year.",
  "We are looking for somebody within the listed countries, and cannot employ where you live. We are sorry not to have said so earlier.",
  "Thank you. The design exercise left out what happens when a request comes twice, also after the hint, and for payments we cannot teach that on the job.",
  "You would have been the third person of this level in a small team. We need someone to start with, and will write again when that changes.",
  "Our need has changed: the work goes to another team. This has nothing to do with you.",
];

/** Words along with a step forward; often there are none. */
export const firstAnswers: string[] = [
  "",
  "",
  "Thank you for applying. We have read it with interest, and the team looks at it this week.",
  "Thank you. Two engineers read every application here; you will hear from them next.",
];

export const invitations: string[] = [
  "",
  "We would like to talk; you will find times in a separate message.",
  "We were glad to read this. The next step is a conversation of an hour with two engineers.",
  "Your application convinced the team. Please pick a time for the first conversation.",
];

export const offers: string[] = [
  "We would like you to join us. The written offer has been sent, within the range of the posting; take the time that you need.",
  "A clear yes from everyone who met you. The offer is on its way.",
];

export const hires: string[] = [
  "Welcome. We look forward to the first of the month.",
  "Signed on both sides. Welcome to the team.",
];

/** What companies write to those whom they invite to apply. */
export const askedInWords = [
  "What you say of event-driven payments is what this role is about: we split one large consumer into three this spring, and are not done.",
  "You have run in production what we are about to build. If that sounds like fun twice, we would like to hear from you.",
];
