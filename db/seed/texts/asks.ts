/**
 * What is asked for. `{tools}` and `{practices}` are lists of the posting’s must skills, `{years}` its experience ("at least four years",
 * "five to eight years"), `{skill}` and `{n}` the skill that asks years of its own.
 */
export const askTexts = {
  experienced: [
    "You have {years} of backend work behind you, and know {tools} from production.",
    "We ask for {years} as a backend developer, with {tools} in daily use.",
    "Two things matter most: {years} of experience, and a working knowledge of {tools}.",
    "{Years} in backend teams, and enough time with {tools} to know where they hurt.",
    "You bring {years} of practice. {tools} should be tools and not news to you.",
    "Needed are {years} of building and running services, and sound knowledge of {tools}.",
    "You have written and looked after backend code for {years}, using {tools}.",
    "Our minimum is {years} of backend work, and you should be able to review other people’s use of {tools}.",
    "Not much is required: {years} in the trade, {tools}, and care for what happens after the merge.",
    "{Years} of backend development; {tools} at a level at which you can explain your choices.",
    "You should have spent {years} on servers that people depend on, and be fluent in {tools}.",
    "We look for {years} in similar work. From the toolbox you need {tools}.",
    "After {years} in this line of work, {tools} hold few surprises for you.",
    "{Years} of experience are needed, and so are {tools}.",
  ],
  beginner: [
    "This is a place to begin. You know the basics of {tools}, from study, work or a project of your own.",
    "We do not expect a career. We expect that you have built something with {tools} and can explain it.",
    "You have used {tools} before, if only for yourself, and want to see what they are like under load.",
    "A first job is fine. {tools} should not be entirely new to you; the rest we teach.",
    "You can read and write code with {tools}, ask when you are stuck, and say so early.",
  ],
  early: [
    "You have worked for {years}, with {tools} for part of it, and want to learn the rest properly.",
    "{Years} in a first job, and a fair grasp of {tools}.",
    "We ask for {years} of practice. You can build something with {tools} and say what is wrong with it.",
    "{Years} of work, or an apprenticeship of that length, and {tools} well enough to follow a review.",
    "You are past the first steps: {years}, in which you used {tools} for something that others relied on.",
  ],
  uncounted: [
    "We do not count years. Show us something that you built with {tools}, and what you would do differently today.",
    "No number of years is asked. You should be at ease with {tools}, however you got there.",
    "What counts is that you can work with {tools} on your own and know when to ask.",
    "How long you have done it matters less than whether you can: {tools}, in code that others had to live with.",
    "You work with {tools} confidently. Where you learnt it, and in how many years, is not our concern.",
  ],
  practices: [
    "You have dealt with {practices} before.",
    "The work also calls for {practices}.",
    "Experience with {practices} is part of it.",
    "You know {practices} from work that you did yourself.",
    "We also ask for {practices}, because the system does.",
  ],
  skillYears: [
    "Of {skill} we ask {n} years, because you would be the one to ask.",
    "For {skill} it should be {n} years or more.",
    "At least {n} years of that with {skill}.",
    "{skill} is the centre of it: {n} years, please.",
  ],
  nice: [
    "Nice to have, and not needed: {nice}.",
    "{nice} would help, and can be learnt here.",
    "A plus, nothing more: {nice}.",
    "If you know {nice} as well, all the better.",
    "Good to have, but no reason to hesitate: {nice}.",
    "We also use {nice}; nobody here knew all of it on the first day.",
  ],
};

/** One sentence on where somebody of that band would stand. */
export const bandTexts = {
  entry: [
    "A mentor from the team has four hours a week for you, in the calendar.",
    "You start with bugs that matter and are small, and move on when they bore you.",
    "In the first half-year you never work alone on anything that can break production.",
    "We have taken on a beginner every year since 2018, and five of them now teach others.",
    "You will read more code than you write at first, and that is how it should be.",
    "Each Friday you and your mentor look at what was hard that week.",
  ],
  mid: [
    "You would own a part of it from the first week, with someone to ask.",
    "You plan your own work within the team’s, and bring it to the end.",
    "You choose how; the team agrees on what.",
    "Parts of the system are yours within half a year, the decisions about them too.",
  ],
  senior: [
    "You set the technical direction of the team together with its lead, and still write code most days.",
    "Two younger colleagues would look to you; that is part of the job and of its hours.",
    "You will be asked for the second opinion on whatever cannot easily be undone.",
    "You take the problems for which nobody has written a ticket yet.",
    "Design notes across three teams come past your desk, and you may send them back.",
    "You would lead by reviews, notes and example. There is no reporting line to manage.",
  ],
  principal: [
    "The position answers to the head of engineering, and works across all teams without owning one.",
    "You are meant to say what we should stop doing, and will be listened to.",
    "You hold the long view: where this system should be in five years, and which step comes first.",
    "Half of your time is for the hardest problem of the quarter, the other half for making others good at theirs.",
    "You have seen systems grow old before. We would like to hear how ours will.",
  ],
};

/** Degrees, by level and whether equal experience will do; `{field}` is the field. */
export const degreeTexts = {
  none: [
    "No degree is asked.",
    "We do not ask for a degree.",
    "A degree is not needed; two of the team have none.",
  ],
  equal: [
    "{Degree} in {field}, or the same learnt at work.",
    "We ask for {degree} in {field} or equal experience, and mean the “or”.",
    "{Degree} in {field} is usual here; equal experience counts as much.",
    "{Degree} in {field}, or as much experience as makes up for it.",
  ],
  research: [
    "{Degree} in {field}, or research of the same depth elsewhere.",
    "The work is close to research: {degree} in {field}, or equal experience.",
  ],
  required: [
    "{Degree} in {field} is required: the pay grade depends on it.",
    "{Degree} in {field} is needed for this one: the post is graded by it.",
    "For this position {degree} in {field} is a condition, which we did not choose.",
  ],
};
