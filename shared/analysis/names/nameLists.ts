const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** First names that are common in Britain, in lower case and without accents: enough to be surer of a guess, never needed for one. */
export const firstNames = setOf(`
aaliyah aaron abbie abby abdi abdul abdullah abigail abu adam adil adrian ahmed aidan aisha aisling akira alan alana alastair albert alex alexander alexandra alexis alfie ali alice alicia alina alisha alison alistair amal amanda amara amelia amina aminata amir amira amit amna amy ana anaya andre andrea andrew andrzej andy
angela angus anika anil anita ann anna annabel anne annie anthony antonia antonio anwar arjun arlo arnold arthur arun asad asha ashley asif asma aurora ava ayaan ayaz ayesha ayo aylin
barbara barney barry beatrice becky ben benjamin bernadette bernard beth bethany beverley bilal billy blake bobby brad bradley brandon brenda brendan brett brian bridget bronwyn bryan bryony
caitlin callum cameron cara carl carla carlos carly carmel caroline carrie casey cassie catherine cathy cecilia celia chantelle charlene charles charley charlie charlotte chelsea cheryl chidi chloe chris chrissy christina christine christopher ciara cillian claire clara clare claudia clive colin colleen connie connor conor corey courtney craig curtis cynthia
daisy damian damien danielle daniel danny daphne darcy daria darren dave david davina dawid dean debbie deborah declan deepa delroy denise dennis derek desmond deshawn devon dexter diana diane dilan dina dinah diego dmitri dominic dominik donald donna doreen doris dorothy dougie douglas duncan dwayne dylan
ebony eddie edith edward edwin eileen elaine eleanor elena eli elias elijah elin elisabeth elise eliza elizabeth ella ellen ellie elliot elliott elsie emeka emil emilia emily emma emmanuel enid eric erica erin esme esther ethan eva evan evelyn evie ewan ezra
faisal faith farah farhan farid fatima fatou felicity felix femi finlay finley fintan fiona florence frances francesca francis frank frankie fraser fred freddie frederick freya
gabriel gabriela gareth gary gavin gemma geoff geoffrey george georgia georgie georgina gerald gerard gethin gillian gina giorgio gloria gordon graham greg gregory greta gurpreet gwen gwyneth
hadiza hakim halima hamza hana hanna hannah hana harpreet harriet harris harrison harvey hasan hassan hayden hayley heidi helen henry hibo hilary hilda howard hugh hugo hussain hussein
iain ian ibrahim idris ieuan ifeoma igor ikram imani imogen imran inaya india ines inga irene isaac isabel isabella isabelle isha isla ismail issa ivan ivor iwan
jackie jackson jacob jacqueline jada jake jakub james jamal jamie jan jana jane janet janice jared jason jasper javed jayden jaydon jean jeanette jeff jeffrey jemima jen jenna jennifer jenny jeremiah jeremy jermaine jerome jess jessica jessie jill jim jimmy jo joan joanna joanne joe joel johanna john johnny jon jonah jonathan jordan jorge jose joseph josephine josh joshua josie juan juanita jude judith judy julia julian julie juliet
kacper kai kaleb kamal kamil kara karen karim karina karl kasia kate katherine kathleen kathryn kathy katie katy kayden kayla kayleigh keeley keira keiran keith kelly kelsey kelvin ken kenneth kenny kenza kerry kevin khadija khadijah khalid kian kieran kim kimberley kiran kirsty kofi kris kristian kumar kwabena kwame kyle kylie kyra
lacey laila lara latisha laura lauren laurence layla leah leanne lee leila lena lenny leo leon leona leonard leroy lesley leslie leticia levi lewis lexi liam lina linda lisa liz lizzie lloyd logan lois lola loretta lorna lorraine louis louisa louise luca lucas lucia lucy luis lukasz luke luna lydia lynn lynne lynette
mabel maciej maddie maddison madeleine madison magda maggie mahmoud maisie malachi malcolm malik malika manuel marcel marcia marcin marco marcus margaret maria mariam marian marie marilyn mario marjorie marlon marsha marta martha martina marvin mary maryam mateusz mathew matilda matthew maureen maurice maxine maya megan mehmet melanie melissa mercedes mia michael michaela michal michelle miguel mika mike mila milena milly mina miriam mohamed mohammad mohammed mohamud moira molly mollie monica monika morgan moses muhammad mustafa mya
nabil nadia nadine nahla naomi narges nasir nasra natalia natalie natasha nathan nathaniel naveed neil nell nellie niall niamh nicholas nicola nicole nigel nikita nikki nina noah noel nora norah noreen norma norman nour nuala nuno nyah
obi ola olamide olga oliver olivia ollie omar osama osman oscar owen
pablo padraig pamela patel patricia patrick patrycja paul paula pauline pavel pedro phil philip philippa phillip phoebe pippa piotr polly pradeep preeti priya
rachael rachel rafal raheem rahim raj rajesh ralph ramesh rania raphael rashid raymond rebecca reece reggie reuben rhiannon rhys ricardo richard ricky riley rita roberta robert roberto robbie roger rohan roisin ronald ronan ronnie rory rosa rosalind rosie ross roxanne roy rukhsana rupert russell ruth ryan
sabrina sadia safiya saira sakina salim sally salma sam samantha samina samira samson samuel sana sandra sanjay sara sarah sasha saskia scott sean sebastian selena selina shabana shahid shakira shane shanice shanelle shannon sharon shaun shauna sheila shelley sheree shirley shivani shreya sian sienna simon simone sinead siobhan sofia sol sonia sophia sophie stacey stan stanley stefan stella stephanie stephen steve steven stuart suki sunita susan susie suzanne sylvia szymon
tahir talia tamara tamika tania tanisha tanya tara tariq tasha tayo ted teddy temi teresa terence tess tessa thea theo theodore theresa thomas tia tiana tiffany tilly tim timothy tina tobias toby todd tomasz toni tony tracey tracy tremaine trevor tricia trish trisha tristan tunde tyler tyrone tyrell
uche umar ursula usman valerie vanessa vera veronica vicky victoria viktor vijay vikram vincent vivian vivienne
wayne wendy wilfred william winifred winston wiktor
xavier yasir yasmin yasmina yolanda yousef youssef yusuf yvette yvonne
amber bill clay crystal dale dawn drew eve faith fern glen grace guy harry hazel heather holly hope iris ivy jack jade jasmine joy june lance lily mark matt max miles nick
olive pat peter poppy ray rob robin rose rosemary rowan ruby sky skye summer terry tom victor violet will
zac zach zachary zahra zain zainab zak zakariya zara zayn zeinab zena zeynep zoe zofia zuzanna
`);

/** Names of towns, cities and districts that are often spoken of in Britain, in lower case; words joined by a space. */
export const places: ReadonlySet<string> = new Set(
  `aberdeen|bangor|barking|barnet|barnsley|basildon|belfast|birkenhead|birmingham|blackburn|blackpool|bolton|bournemouth|bradford|brent|brentford|brighton|bristol|brixton|bromley|burnley|bury|camden|cambridge|canterbury|cardiff|carlisle|chelmsford|cheltenham|chester|colchester|coventry|crawley|croydon|cumbria|dagenham|darlington|derby|devon|doncaster|dorset|dublin|dudley|dundee|durham|ealing|edinburgh|enfield|essex|exeter|gateshead|glasgow|gloucester|greenwich|grimsby|guildford|hackney|halifax|hampshire|haringey|harlow|harrow|hartlepool|hastings|hertfordshire|hounslow|huddersfield|hull|inverness|ipswich|islington|kent|kettering|lambeth|lancashire|leeds|leicester|leicestershire|lewisham|leyton|lincoln|liverpool|london|luton|maidstone|manchester|mansfield|merseyside|middlesbrough|milton keynes|newcastle|newham|newport|norfolk|northampton|norwich|nottingham|oldham|oxford|peckham|peterborough|plymouth|portsmouth|preston|reading|rochdale|rotherham|salford|scunthorpe|sheffield|shropshire|skelmersdale|slough|solihull|somerset|southampton|southend|southwark|stevenage|stockport|stockton|stoke|stratford|suffolk|sunderland|surrey|sussex|swansea|swindon|telford|tottenham|tower hamlets|wakefield|walsall|waltham forest|wandsworth|warrington|warwick|watford|wigan|wiltshire|wolverhampton|worcester|worthing|york|yorkshire|toxteth|moss side|handsworth|chapeltown|easterhouse|st pauls`.split(
    '|',
  ),
);

/** Countries and nations: not a place where somebody can be found, but rare enough to identify with others. */
export const countries = setOf(
  'afghanistan albania algeria angola bangladesh barbados brazil bulgaria cameroon congo cyprus egypt eritrea ethiopia france gambia germany ghana greece guyana haiti hungary india iran iraq ireland israel italy jamaica kenya kosovo kurdistan latvia lebanon libya lithuania malawi mali moldova morocco nepal nigeria pakistan palestine philippines poland portugal romania russia rwanda senegal serbia somalia somaliland spain sudan syria tanzania tunisia turkey uganda ukraine vietnam yemen zambia zimbabwe',
);

/** Written with a capital, yet not the name of anybody, nor of a place that gives somebody away. */
export const noNames = setOf(`
i ok tv mm mhm hmm erm em er uh aw ooh oh ah innit dunno owt nowt summat cos cus wanna gonna
january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mama mumma papa
christmas easter eid ramadan diwali halloween boxing god jesus allah lord english british welsh scottish irish european african asian caribbean jamaican indian pakistani bengali somali polish romanian
muslim christian catholic jewish hindu sikh islam islamic bible quran koran england britain scotland wales uk europe africa asia america american western
maths english spanish french german latin arabic urdu facebook instagram insta snapchat snap tiktok whatsapp youtube twitter google netflix spotify discord twitch telegram fortnite minecraft roblox fifa xbox x-box playstation nintendo iphone ipad android apple samsung microsoft teams zoom skype word excel powerpoint outlook wifi bluetooth
mcdonald mcdonalds kfc nandos greggs tesco asda aldi lidl sainsbury sainsburys primark jd nike adidas amazon uber deliveroo starbucks costa subway ikea argos boots lego disney marvel barbie
covid coronavirus brexit ofsted nhs bbc gcse gcses btec btecs levels ucas dbs ptsd adhd autism
`);

/** Abbreviations that name nobody: services, examinations, things. */
export const commonAbbreviations = setOf(`
bmx tv ok id it pe pc cd dvd uk us usa eu un nhs gp ae bbc itv mp mps pm am cv hr vip diy faq usb sim wifi gps asap fyi aka eta ppe mot
gcse gcses btec nvq ucas pshe re rs ict dt sats sen send sendco senco ehcp ehc cyp yp yot yots yjs yos pru prus camhs cahms mash lac dsl ssa ta tas slt hlta neet eal fsm laa nspcc cbt ptsd adhd add ocd asd odd lgbt lgbtq bame
ofsted dfe cps ccj asbo abo dbs crb csc cse cce acf ace aces fg fgs phd ba bsc ma msc lol omg btw rip gta fifa ufc wwe nba ps xl og pov gangs
`);
