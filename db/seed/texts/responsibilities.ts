/** What each responsibility means in a day’s work: completes "You would …". */
export const responsibilityTexts: Record<string, string[]> = {
  "continuous-learning": [
    "spend a day a fortnight on something that you do not know yet, and show it to the others",
    "read what comes out in our corner of the field, and say what of it we should try",
    "learn the domain well enough to argue with those who work in it",
  ],
  "cross-team-delivery": [
    "plan releases with the front-end and app teams, so that neither waits for the other",
    "agree contracts with two neighbouring teams before either of them writes code",
    "take a change through all the teams that it touches, to the day when it is used",
  ],
  "stakeholder-communication": [
    "tell clients what will change for them, before it does",
    "write the short weekly note from which management learns where things stand",
    "talk to the customers’ own developers when something of ours confuses them",
  ],
  "market-awareness": [
    "keep an eye on what others in the field offer, and turn one idea a quarter into something that we can try",
    "follow what regulators and competitors do, and say early what it means for us",
  ],
  "improvement-analysis": [
    "look into the data for what goes wrong most often, and propose what to do about it",
    "measure before and after each change, and publish both figures",
    "go through last quarter’s corrections and find out what they have in common",
  ],
  "content-management-systems": [
    "extend the content system that editors spend their day in",
    "keep the editorial tools quick, and the published pages correct",
    "build the content types that editors ask for, and talk them out of some",
  ],
  "security-hardening": [
    "go through our own interfaces as an attacker would, and close what you find",
    "bring least privilege to the services that still have more",
    "own the findings of the yearly security review for your area",
  ],
  "server-side-frameworks": [
    "keep the framework current, and use what it offers before we write our own",
    "move old handlers to the framework’s present idioms as you pass by",
    "know the framework well enough to say where it ends",
  ],
  "web-server-support": [
    "look after the web servers and proxies: configuration, certificates, limits",
    "keep the edge servers patched and their logs readable",
  ],
  "api-integration": [
    "connect other parties’ interfaces, and defend us against their bad days",
    "write adapters for partners who document little, and test them against what really comes",
    "own two external connections from contract to monitoring",
  ],
  "full-lifecycle-development": [
    "take a feature from the first conversation to the graph that shows whether it is used",
    "design, build, ship and run what you propose",
    "stay with a change after it is out, until the support desk has stopped asking",
  ],
  "application-modernisation": [
    "move the old part over piece by piece, with both running until the figures agree",
    "replace one outdated module a quarter without anyone outside noticing",
    "read old code with patience, and leave it smaller",
  ],
  "requirements-management": [
    "find out with the specialists what a rule really says, and keep it in examples that run",
    "sort what is law, what is wish and what is habit, and write it down",
    "turn a vague request into three cases that can be tested",
  ],
  "feature-collaboration": [
    "work out features with a designer and the people who administer the system",
    "sit with users once a month and build what you saw",
    "sketch with the product people early, while a change is still cheap",
  ],
  "ui-performance-testing": [
    "test how fast pages respond on ordinary devices, and keep the budget",
    "measure what the user waits for, from tap to answer",
  ],
  "application-troubleshooting": [
    "find out why it went wrong in production, and make sure that we hear of it sooner next time",
    "take your turn on the support rota, one day in ten, and mend what comes up twice",
    "follow a fault from a customer’s complaint to its cause",
  ],
  "performance-objectives": [
    "set latency targets with those who feel them, and build so that they hold",
    "own the service’s objectives: what we promise, what we measure, what we do when it slips",
    "plan for three times the load, and prove it with a test",
  ],
  "api-management": [
    "design and version the interfaces that others build on",
    "run our public interface: documentation, limits, deprecations that hurt nobody",
    "review interface changes with an eye for the caller",
  ],
  "data-storage-and-payments": [
    "build the storage that money and records rest on, with constraints that hold",
    "keep bookings exact, also when a request comes twice",
    "model data so that last year’s figures can still be explained",
  ],
  "testing-and-maintenance": [
    "write tests that fail for the right reason, and keep the suite quick",
    "give each fix its test, and clear one old flaky test a week",
    "maintain what is there, which is half of the work and treated as such",
  ],
  "feature-discovery": [
    "look for the next useful feature with the team, by prototype and not by slide",
    "try an idea with five users before we build it for all",
    "bring ideas of your own; two of the last five features came from engineers",
  ],
  "architecture-and-agile": [
    "shape the architecture in small steps, each of which can be undone",
    "write short design notes, and change your mind in public when a measurement says so",
    "weigh with the team what to split, what to join and what to leave",
  ],
  "server-side-logic": [
    "design and write the rules at the heart of the service",
    "write the server-side logic, and keep it where a reader would look for it",
    "turn the domain’s rules into code that the domain’s experts recognise",
  ],
  "system-problem-solving": [
    "solve the problems that no single team owns",
    "find the cause when three services are each half right",
    "think through failure: what happens when this is slow, gone, or wrong",
  ],
  debugging: [
    "trace defects to the line, and write up the interesting ones",
    "debug across services, with traces, logs and patience",
    "reproduce what nobody could reproduce so far",
  ],
};
