const setOf = (words: string) => new Set(words.trim().split(/\s+/));

/** First names and place names that are everyday words as well when written in lower case. */
const namesToo = setOf(`
amber amity angel april ash aspen august autumn avenue bandit basil bath bay bear bell berry best bill birch bishop blaze blossom blue bob bond bonny booth
brandy brook brooks bruce buck bud buddy bury butcher butler candy carol cash chance chancellor chapel charity chase cherry chip christian church clay cliff clement coal
cole constance cook cooper coral corn cross crystal dale dan dawn day dean deal destiny dick dixie dolly don drew duke early earl eve faith fay fern field finch fisher flora
ford forest fox frank free freeman gale gay gene ginger glen glory goal grace grant gray green grove guy harmony harry hart haven hazel heath heather heaven henna hill holly
honey hope hunt hunter ice iris ivory ivy jack jade jasmine jay jean jet jewel jimmy joy june justice kay king kit knight lake lance lane lark laurel lily lord lotus love lucky
mace major march marina mark marsh martin mason matt max may maria mead melody mercy merry miles mill miller misty mole moss myrtle nelly nick noble north olive opal page pansy
paris parker pat patience pearl peg penny pepper perry peter pierce piper poppy porter precious price pride prince princess prudence queen rain ray read reading reed rich rob robin rock rod
rose rosemary rowan ruby rue rush russet rusty sage sailor sale sandy savannah scarlet shepherd sky skye sharp short sky smart smith sonny south spencer spring star stark sterling
stone storm sue summer sunny swift tab tanner taylor teal teddy temple terry theme tiger tom tommy trinity troy turner unity vale van verity victor victory viola violet wade walker
ward warren wells west wheeler will willow winter wood woody wren young zest sandwich rugby ware battle diss eye hove hull ely crook deal derby dover hook looe nelson stroud street wells wick chad china turkey
`);

/** Everyday words of English talk. Written with a capital they most likely only begin a sentence. */
const everyday = setOf(`
a able about above absolutely accept across act action active activities activity actual actually add adult advice affect afraid after afternoon again against age ago agree ah ahead aim air
alcohol all allow allowed almost alone along already alright also although always am amazing among amount an and anger angry another answer anti anxiety anxious any anybody anymore anyone anything
anyway apart appointment appreciate approach are area aren argue around arrive art as ask asked asking at attend attention aunt auntie away awful aye
baby back bad badly ball barely based basically basketball be beautiful became because become bed been before began begin behaviour behind being believe belong below beside besides best better between big bit
black blah bless boat body book books born both bottom bowling box boxing boy boyfriend boys brain break brilliant bring broke brother brothers brought build building bunch bus business busy but buy by bye
call called calling calm came can cannot car care careful cars carry case cause caught centre certain certainly change changed changes chat check child childhood children choice choices choose class classes clean clear clearly close club
clubs coach coffee cold college come comes comfortable coming common communication communities community company compared completely computer concentrate concerned confidence confident confused connect consider consequences control conversation cooking cool
cope correct cos cost could couldn council counselling counsellor country couple course cousin covid crazy crime cry cuz cut dad daddy daft daily damn dance dangerous dark daughter days dead dear decide decided definitely
depend depends depression describe despite did didn die difference different differently difficult dinner direct directly do doctor does doesn dog doing done door double doubt down dream drink drive drop drug drugs due during
each earlier easier easily easy eat education either else email emotional emotions employment encourage end ended engage enjoy enjoyed enough environment especially etc even evening eventually ever every everybody everyday everyone everything everywhere exactly
exam exams example except excited exclude excluded exclusion experience experiences experienced explain express extra eyes face fact fair fairly fall false families family fantastic far fast father fault favourite fear feel feeling feelings
feels feet fell felt few fight fighting figure fill final finally find fine finish finished fire first fit five focus follow followed following food foot football for force forget forgot form forward found four friend friendly friends from front fuck
full fun funding funny further future game games gang gangs gave general generally get gets getting girl girlfriend girls give given gives giving glad go goal goals god goes going gone gonna good gosh got gotta gran grandad grandma granny
great grew ground group groups grow growing grown guess gym had hadn hair half hand hands hang happen happened happening happens happy hard hardly has hasn hate have haven having he head headteacher health healthy hear heard hearing
heart hell hello help helped helpful helping helps hence her here hers herself hey hi high him himself his history hit hold holiday home homework honest honestly hopefully horrible hospital hour hours house how however hug huge human hundred hurt
i idea identify if imagine immediately impact important improve in including indeed individual information inside instead interest interested interesting interview into involved is isn issue issues it its itself job jobs join joined journey just
keep keeps kept key kick kid kids kind knew knife knives know knowing known knows lad lads language large last late lately later laugh law lead learn learned learning learnt least leave leaving led left less lesson lessons let lets level
life lifestyle light like liked likely likes line list listen listened listening literally little live lived lives living load loads local lonely long longer look looked looking looks lose lost lot lots loved lovely loves low lucky lunch
mad made mainly make makes making mam man manage managed many massive mate mates matter maybe me mean meaning means meant meet meeting meetings member members men mental mentally mentor mentoring mentors mess message met middle might mind
mine minute minutes miss missed mm mmm modern moment money monthly months mood more morning most mostly mother motivation mouth move moved moving much multi mum mummy music must my myself
nah name named nan nasty natural nature nay near nearly necessarily need needed needs negative neighbours neither nervous never new news next nice night nights nine no nobody noise none nope nor normal normally not note nothing notice noticed now
nowhere number numbers nurse obvious obviously occasionally odd of off offer offered office often oh ok okay old older on once one ones only onto open opened opening opinion opportunities opportunity opposite or order other others otherwise ought
our ours out outcome outcomes outside over overall own paid pain pandemic parent parents park part particular particularly partner parts pass passed past pay peer peers people perfect perhaps period person personal personally
phone physical physically pick picked picture piece place places plan plans play played playing please plenty plus point police poor positive possible possibly pretty previous previously primary prison private probably problem problems process
professional professionals programme project proper properly proud provide pub public pull pupils push put question questions quick quickly quiet quite random rather reach ready real realise realised really reason reasons
recently referral referred regarding regardless regular regularly relationship relationships relax remember repeat respect respond rest result right rights risk road role roles room rough round routine rules run running
sad safe safer safety said same sat saw say saying says scared school schools screen second secondary secretary see seeing seem seemed seems seen self send sense sent separate serious seriously services session sessions set seven several
shame share she shit shop shops should shouldn shout shouting show showed shut sibling siblings sick side similar similarly simple simply since single sister sisters sit sitting situation situations six skill skills sleep slowly small smile smoke so
social society some somebody somehow someone something sometimes somewhere son soon sorry sort sorted sorts sounds space speak speaking special specific specifically spend spent spoke sport sports staff stage stand start started starting starts
state stay stayed step steps still stop stopped stopping stories story straight strange stress stressed strong structure stuck student students stuff stupid such suddenly suffer suggest support supported supporting supportive supposed
sure surely swear swimming system ta take taken takes taking talk talked talking talks teach teacher teachers team teams teenager teenagers tell telling tells ten term terms than thank thankfully thanks that the their them themselves then
therapist therapy there therefore these they thing things think thinking third this those though thought thoughts three threw through thus tidy time times tiny tired to today together told tomorrow tonight too took top totally touch tough toward towards town
training transport treat tried trips trouble true truly trust try trying tuesday turn turned turning twelve twenty twice two type typical uh um uncle under understand understanding understood unfortunately university unless unlike until up upon
ups upset us use used useful usually various very via video view violence violent visit voice volunteer wait waiting wake walk walking wanna want wanted wants was wasn waste watch water way ways we weapon weapons wear week weekend weekends weekly weeks weird welcome well
went were weren whatever what when whenever where whereas wherever whether which while white who whoever whole whom whose why wife wild wish with within without woman women won wonder wonderful word words work worked worker workers working works world
worried worry worse worst worth would wouldn wow write wrong wrote yay yeah year years yep yes yesterday yet you younger your yours yourself youth zero
monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december christmas easter halloween ramadan eid
`);

/** Whether a word (in lower case) is an everyday word of English that is not most likely a name. */
export const isEveryday = (word: string) => everyday.has(word);

/** Whether a name, written in lower case, is most likely the everyday word and not the name: will, grace, hope. */
export const isWordToo = (word: string) => namesToo.has(word) || everyday.has(word);
