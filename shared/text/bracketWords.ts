const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Pronouns that an editor explains in a bracket after them. Not "I", "me" or "you": what follows those stands for left-out words. */
export const explained = setOf(
  'he him she her hers they them it we us theirs someone somebody everyone everybody one ones both others himself herself themselves itself he’s she’s it’s they’re they’ve they’d they’ll he’d he’ll she’d she’ll it’d it’ll we’re we’ve we’d we’ll',
);

/** Words that point at something said before, or go with a noun that follows. */
export const pointing = setOf('this that that’s');

/** Words after which a noun is missing if none follows but the bracket: it stands in place of words. */
export const wantsNoun = setOf(`
a an the my your his our their its whose some any no every each another other other’s
at by for from in into of off on onto to towards with without about after before behind beside between near under over through until since during around across against along
and or but nor so as than like if when because cos while where who which what how whether then yes no yeah also even just only not
i me you i’m i’ve i’d i’ll you’re you’ve you’d you’ll
is are was were be been being am has have had having do does did doing done isn’t wasn’t aren’t weren’t don’t didn’t doesn’t can could will would shall should may might must can’t couldn’t won’t wouldn’t
get gets got getting give gives gave given giving go goes going went come comes came coming see sees saw seen seeing meet meets met meeting tell tells told telling ask asks asked asking
calls called calling ring rang phoned texted texting know knows knew knowing think thinks thought say says said saying make makes made making take takes took taking
helps helped helping supports supported supporting like likes liked loves loved want wants wanted needs needed trusted feel feels felt let lets put puts leave leaves left
inform informed include including included appreciate appreciated thank thanks miss missed hear heard visited buy bought bring brought send sent showed found used started
`);

/** What is added to make a sentence whole: words of grammar, and everyday verbs. */
export const supplied = setOf(`
a an the is are was were be been being am has have had having do does did doing done can could will would shall should may might must not
to of in on at by for from with about into onto as than like that which who whom whose what when where why how if because so and or but nor then there here just also even only very too
i me my mine you your yours he him his she her hers it its we us our ours they them their theirs this these those myself yourself himself herself itself ourselves themselves
go goes going went gone get gets getting got make makes making made take takes taking took come comes coming came see sees seeing saw seen say says saying said think thinks thinking thought know knows knowing knew known
feel feels feeling felt want wants wanted need needs needed help helps helped helping follow follows followed following give gives giving gave given put puts tell tells telling told talk talks talking talked
some any all more most other another one something someone anything things thing
`);

/** Nouns that stand for somebody or something that must not be named: the last word of a redaction, or the one before "of" or "with". */
export const identifying = setOf(`
name names surname nickname initials address postcode email number phone age birthday date year month day
person people man woman men women lady guy boy boys girl girls child children kid kids baby teenager teenagers adult adults individual individuals somebody someone youth youths
cyp yp young participant participants client clients service-user pupil pupils student students learner classmate classmates peer peers friend friends mate mates bestfriend boyfriend girlfriend partner ex wife husband fiancé fiancée
mum mom mam mummy mother dad daddy father parent parents carer carers guardian stepdad stepmum stepfather stepmother brother brothers sister sisters sibling siblings stepbrother stepsister twin
son sons daughter daughters grandson granddaughter grandchild grandchildren nan nana gran grandma granny grandad grandpa grandmother grandfather grandparent grandparents aunt auntie uncle cousin cousins niece nephew family relative relatives neighbour neighbours
mentor mentors mentee mentees worker workers coach coaches staff colleague colleagues manager managers leader leaders coordinator co-ordinator officer officers practitioner practitioners professional professionals volunteer volunteers
teacher teachers head headteacher tutor tutors counsellor therapist psychologist psychiatrist doctor gp nurse dentist solicitor lawyer judge social-worker police policeman policewoman pc sergeant member members interviewer researcher
school schools college university academy pru nursery class gym club clubs church mosque temple hospital clinic surgery prison hostel
organisation organisations organization organizations charity charities company companies agency agencies service services team teams programme program project council authority department employer employers shop store supermarket café cafe restaurant pub
place places location locations area areas town towns city cities village villages centre center estate estates street streets road roads park parks borough county country region district neighbourhood suburb postcode station building venue house flat
gang gangs group groups crew team religion nationality ethnicity language condition diagnosis illness medication offence crime
`);

/** What transcribers note about sounds, silence and gestures. */
export const marks = setOf(`
pause pauses paused pausing silence silent laugh laughs laughed laughing laughter chuckle chuckles chuckling giggle giggles giggling sigh sighs sighing sighed cry cries crying sob sobs sobbing tearful
cough coughs coughing sniff sniffs sniffing sneeze sneezes yawn yawns gasp gasps whisper whispers whispering shout shouts shouting mumble mumbles mumbling sings singing hums whistles claps clapping applause
inaudible unclear indistinct unintelligible incomprehensible muffled garbled crosstalk cross-talk overtalk overtalking overtalks overlap overlaps overlapping interrupts interrupted interruption interruptions interjects interposing
noise noises sound sounds music nods nodding nod shrugs shrugging shrug gestures gesturing gesture gesticulates smiles smiling smile grins frowns grimaces points pointing winks waves mimes
sic beep bleep redial timestamp recording tape audio transcript break hesitates hesitation stutters stammers
`);
