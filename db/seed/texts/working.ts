/** How a team works; `size` is what the reality card says of it. */
export const teamTexts: { size: number; text: string }[] = [
  { size: 4, text: "We are four, sit or call together once a day for ten minutes, and otherwise write." },
  { size: 5, text: "Five engineers and a product manager who used to do the users’ job." },
  {
    size: 6,
    text: "Six engineers, two of whom joined last year. Work is cut so that a change is out within three days.",
  },
  {
    size: 7,
    text: "Seven people, no sub-teams. Whoever starts a thing finishes it, with a second person from the first day.",
  },
  { size: 3, text: "Three of us at present, which is one too few; you would be the fourth." },
  { size: 8, text: "A team of eight: six on the server side, one designer, one analyst." },
  {
    size: 9,
    text: "Nine engineers who are never all in one place. Decisions are written down, so that the other half finds them in the morning.",
  },
  { size: 5, text: "We are five. Reviews are answered within half a day, and nobody merges without one." },
  { size: 6, text: "Six of us, planning every second Monday, and a rule that Fridays carry no meetings." },
  {
    size: 4,
    text: "Four engineers and a tester who is in the room when a thing is designed, and not afterwards.",
  },
  { size: 7, text: "Seven engineers. We pair for half of the week, and nobody has to on a bad day." },
  {
    size: 10,
    text: "Ten people, of whom you would work with three closely and with the rest at review time.",
  },
  { size: 6, text: "The team is six, and has lost one person in three years, to parental leave." },
  {
    size: 5,
    text: "Five people who argue in documents, decide by Thursday, and do not reopen it before the figures are in.",
  },
  { size: 8, text: "Eight engineers, from two years out of school to two years before retirement." },
  {
    size: 11,
    text: "Eleven people in one product area, with a backend group of five that you would belong to.",
  },
  { size: 4, text: "A small team, four with you in it, and every one of us talks to users." },
  {
    size: 6,
    text: "Six engineers and an operations colleague. What breaks twice goes onto the board ahead of features.",
  },
  {
    size: 7,
    text: "We are seven, we estimate nothing, and we keep work small enough that it does not matter.",
  },
  {
    size: 5,
    text: "Five engineers. The lead codes three days a week and keeps the other two free for people.",
  },
  {
    size: 9,
    text: "Nine, with two juniors, and an hour of teaching every Wednesday that the seniors take in turn.",
  },
  {
    size: 3,
    text: "Two engineers now, three with you. Expect responsibility early, and company when it counts.",
  },
  {
    size: 8,
    text: "Eight people; a third of our time is kept for upkeep, and management has agreed to that in writing.",
  },
  {
    size: 6,
    text: "Six of us. Incidents are reviewed without names, and the actions really get done, because they go first.",
  },
  {
    size: 5,
    text: "Five engineers in one room or one call. We read each other’s design notes before coffee.",
  },
  { size: 12, text: "Twelve engineers across the area, in three crews that are formed anew each quarter." },
  { size: 7, text: "Seven engineers, a data analyst, and a domain expert who says no when we need it." },
  {
    size: 4,
    text: "Four people who have worked together for five years. We know that this makes joining harder, and plan for it.",
  },
];

/** On-call, one week in so many; 0 is none. Quiet ones fit a system that may fail overnight. */
export const onCallTexts: { weeks: number; paid: boolean; isQuiet?: true; text: string }[] = [
  { weeks: 0, paid: false, isQuiet: true, text: "There is no on-call." },
  {
    weeks: 0,
    paid: false,
    text: "Nobody is on call: an operations desk has the nights, and it has our runbooks.",
  },
  { weeks: 0, paid: false, isQuiet: true, text: "No on-call. What breaks at night waits until eight." },
  {
    weeks: 0,
    paid: false,
    isQuiet: true,
    text: "The team is not on call; the service may be down overnight, and our customers know that.",
  },
  {
    weeks: 0,
    paid: false,
    text: "The nights belong to an operations team in another time zone; yours are free.",
  },
  { weeks: 6, paid: true, text: "On call one week in six, paid, with about one call a month." },
  { weeks: 8, paid: true, text: "On call one week in eight, paid. The last call at night was in spring." },
  {
    weeks: 5,
    paid: true,
    text: "You are on call one week in five, from your fourth month on; it is paid whether it rings or not.",
  },
  { weeks: 7, paid: true, text: "One week in seven on call, paid, and the morning after a call is free." },
  {
    weeks: 4,
    paid: true,
    text: "On call one week in four. It is paid, and we would like it to be one in six.",
  },
  {
    weeks: 6,
    paid: false,
    isQuiet: true,
    text: "One week in six on call, in working hours only, with nothing extra paid for it.",
  },
  { weeks: 10, paid: true, text: "On call one week in ten, shared with two other teams, and paid." },
  {
    weeks: 12,
    paid: true,
    text: "You would be on call four weeks a year, one in twelve or so, paid by the day.",
  },
  {
    weeks: 5,
    paid: false,
    text: "On call one week in five. There is no money for it; each week gives a day off.",
  },
  { weeks: 9, paid: true, text: "On call one week in nine, paid, always two people at a time." },
];

/** How often it is shipped. */
export const deployTexts: { perWeek: number; text: string }[] = [
  { perWeek: 50, text: "We ship about ten times a day." },
  { perWeek: 25, text: "A merged change is live within the hour, about five times a day." },
  { perWeek: 10, text: "We deploy twice a day, at eleven and at three." },
  { perWeek: 5, text: "One release a day, in the morning, when everybody is there." },
  { perWeek: 2, text: "Releases go out on Tuesdays and Thursdays." },
  { perWeek: 1, text: "We release once a week, for reasons of audit, and are working on it." },
  { perWeek: 80, text: "Every merge deploys itself, some eighty times a week over all services." },
  { perWeek: 15, text: "Three deploys on an ordinary day, none on Friday afternoon." },
  { perWeek: 35, text: "Some thirty-five deploys a week, each behind a switch until it has been looked at." },
  { perWeek: 4, text: "We deploy four times a week, and can take one back in two minutes." },
];

/** How hiring goes. `takeHome` in hours, 0 is none. */
export const hiringTexts: { stages: number; hours: number; takeHome: number; paid: boolean; text: string }[] =
  [
    {
      stages: 3,
      hours: 4,
      takeHome: 0,
      paid: false,
      text: "Three conversations: half an hour with the lead, two hours on a piece of our code, an hour and a half with the team. No task at home.",
    },
    {
      stages: 2,
      hours: 3,
      takeHome: 0,
      paid: false,
      text: "Two conversations, three hours in all, both with people you would work with. You hear from us within three days after each.",
    },
    {
      stages: 3,
      hours: 5,
      takeHome: 4,
      paid: true,
      text: "A first call, a task of four hours that we pay for, and an afternoon in which we go through it together.",
    },
    {
      stages: 4,
      hours: 6,
      takeHome: 0,
      paid: false,
      text: "Four steps, six hours: a call, a design talk, a debugging session on a real old incident, and the team. You get the outline beforehand.",
    },
    {
      stages: 2,
      hours: 2,
      takeHome: 3,
      paid: false,
      text: "A small task first, three hours at most, then two talks of an hour about what you did and what you left out.",
    },
    {
      stages: 3,
      hours: 4,
      takeHome: 2,
      paid: true,
      text: "We begin with a call, send a two-hour exercise (paid), and end with two hours on our own code.",
    },
    {
      stages: 1,
      hours: 3,
      takeHome: 0,
      paid: false,
      text: "One visit or one long call of three hours, and the answer is there by the next evening.",
    },
    {
      stages: 3,
      hours: 3,
      takeHome: 0,
      paid: false,
      text: "Three talks of an hour. No puzzles: you review a pull request of ours, and tell us about one of yours.",
    },
    {
      stages: 4,
      hours: 5,
      takeHome: 0,
      paid: false,
      text: "Four conversations over two weeks, five hours in all, the last with someone who will use what you build.",
    },
    {
      stages: 3,
      hours: 6,
      takeHome: 0,
      paid: false,
      text: "A call, a day (five hours, lunch is ours) with the team, and a talk about terms. No take-home task.",
    },
    {
      stages: 2,
      hours: 4,
      takeHome: 0,
      paid: false,
      text: "Two rounds of two hours. In the first you explain a system that you know well, in the second we explain ours and you ask.",
    },
    {
      stages: 3,
      hours: 4,
      takeHome: 6,
      paid: true,
      text: "A call, a paid day of work on something that we really need, and a talk about how it went.",
    },
    {
      stages: 5,
      hours: 7,
      takeHome: 0,
      paid: false,
      text: "Five short conversations, seven hours in all; each of them is written up, and you may read the notes.",
    },
    {
      stages: 3,
      hours: 4,
      takeHome: 3,
      paid: false,
      text: "A call, a three-hour exercise in your own time, then two hours with two engineers about it. A no comes with reasons.",
    },
    {
      stages: 2,
      hours: 2,
      takeHome: 0,
      paid: false,
      text: "Two calls of an hour, and that is all; the first months tell both of us the rest.",
    },
    {
      stages: 4,
      hours: 6,
      takeHome: 4,
      paid: true,
      text: "Four steps: a call, a paid exercise of four hours, a review of it with the team, and a talk with the head of engineering.",
    },
    {
      stages: 3,
      hours: 5,
      takeHome: 0,
      paid: false,
      text: "First a call, then half a day of pairing on a copy of our repository, then the terms. We decide within a week.",
    },
    {
      stages: 2,
      hours: 3,
      takeHome: 2,
      paid: false,
      text: "A two-hour exercise that you may do in any language, and two conversations about it and about us.",
    },
    {
      stages: 3,
      hours: 3,
      takeHome: 0,
      paid: false,
      text: "Three steps within ten days: a call with the lead, a design conversation, and an hour in which you ask and we answer.",
    },
    {
      stages: 4,
      hours: 5,
      takeHome: 0,
      paid: false,
      text: "Four talks. One is about code, one about a failure of yours and one of ours, one about the domain, one about pay and hours.",
    },
    {
      stages: 3,
      hours: 4,
      takeHome: 0,
      paid: false,
      text: "You meet the lead, then two engineers with a real bug, then the product manager. Four hours, and feedback either way.",
    },
    {
      stages: 2,
      hours: 3,
      takeHome: 4,
      paid: true,
      text: "We pay for a four-hour exercise, talk about it for two hours, and spend a last hour on your questions.",
    },
    {
      stages: 3,
      hours: 5,
      takeHome: 0,
      paid: false,
      text: "A call, a morning with the team, and a second morning only if either side is unsure. We tell you what we were unsure of.",
    },
    {
      stages: 4,
      hours: 4,
      takeHome: 0,
      paid: false,
      text: "Four calls of an hour, spread as it suits you, evenings included. The questions are sent the day before.",
    },
    {
      stages: 1,
      hours: 2,
      takeHome: 3,
      paid: true,
      text: "A paid exercise of three hours and one conversation of two. Everyone who hands one in hears back.",
    },
    {
      stages: 3,
      hours: 3,
      takeHome: 0,
      paid: false,
      text: "Three people, three hours, three questions each that we ask everyone. No whiteboard.",
    },
  ];
