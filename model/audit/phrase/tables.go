package phrase

// The words of reports, as data: a table for each thing that is taken out of a sentence. A
// phrase is in lower case, without punctuation: a hyphen is a space, and commas between
// words are passed over. The longest phrase that fits is taken.

// Kind is what a word of a sentence is for.
type Kind uint8

const (
	OfMeasure    Kind = iota + 1 // names an indicator
	OfFrom                       // says from whom, which chooses between indicators of one measure
	OfFigure                     // names what of it is told: the number, the percentage
	OfGroup                      // names a group of the standard
	OfPart                       // names a part: a band, the voting members
	OfMove                       // says which way a figure went
	OfSide                       // sets one group above or below another
	OfThan                       // stands before what is compared with
	OfNot                        // turns what is said round
	OfAim                        // speaks of what is to be, not of what is
	OfOthers                     // others' figures: the country, a region, other organisations
	OfOwn                        // the organisation's own
	OfNarrow                     // people of whom the tables have no figures
	OfAbout                      // a number is not exact
	OfBorder                     // a clause ends
	OfYears                      // a year that is not told by its number
	OfSignified                  // "significant"
	OfTest                       // a test is told
	OfNow                        // says that something is new
	OfPeople                     // staff, candidates
	OfApplicants                 // of whom only those shortlisted have figures
	OfLabel                      // the number behind it names something
	OfNone                       // nobody
	OfIgnored                    // is not what it looks like
)

// measure is a row of the table of measures.
type measure struct {
	Indicators []string
	counted    string // which of the indicator's two counts the words name, if one
	words      string
}

// measures: the words by which reports name an indicator. Two that share words stand in
// one row; who the others are (froms) decides between them.
var measures = []measure{
	{[]string{"5", "6"}, "", "harassment|bullying|abuse|harassed|bullied|abused|harassment bullying or abuse|harassment bullying and abuse|harassment bullying or abusive behaviour|bullying harassment or abuse|bullying harassment and abuse|bullying and harassment|harassment and bullying|harassment and abuse|harassment or abuse|bullying and abuse|bullying or harassment|bullying or abuse"},
	{[]string{"7"}, "", "career progression|career progression or promotion|career progression and promotion|promotion|equal opportunities|equal opportunity|equal opportunities for career progression|equal opportunities for career progression or promotion|equal opportunities for career progression and promotion|fair career progression"},
	{[]string{"8"}, "", "discrimination|discriminated against|discrimination at work|personally experienced discrimination|personally experienced discrimination at work"},
	{[]string{"2"}, "events", "appointed|appointed from shortlisting|appointed from shortlist|appointed after shortlisting|appointed following shortlisting|appointment from shortlisting|appointment from shortlist|appointments from shortlisting|being appointed|appointment|appointments|appointees|recruited|shortlisting to appointment|shortlist to appointment"},
	{[]string{"2"}, "at risk", "shortlisted|being shortlisted"},
	{[]string{"2"}, "", "recruitment|shortlisting|recruitment process"},
	{[]string{"3"}, "events", "disciplinary|formal disciplinary|disciplinary process|disciplinary processes|disciplinary procedure|formal disciplinary process|formal disciplinary processes|formal disciplinary procedure|formal disciplinary investigation|disciplinaries|disciplinary investigation|disciplinary cases|disciplinary action"},
	{[]string{"4"}, "events", "non mandatory training|non mandatory training and cpd|non mandatory training or cpd|cpd|training and cpd|continuous professional development|continuing professional development|non mandatory training and continuous professional development|non mandatory training and continuing professional development|non mandatory training and continuous professional development cpd|non mandatory and cpd training|non mandatory training and development"},
	{[]string{"9"}, "", "board|board member|board members|board membership|board level|board representation|on the board|on our board|at board level|board voting membership|trust board|governing body|board of directors"},
	{[]string{"1"}, "", "workforce|overall workforce|total workforce|staff in post|our workforce|workforce representation"},
	{[]string{"1"}, "known", "self reporting|self reported|self report|self declared|self declaration|self declaring|declared their ethnicity|disclosed their ethnicity|recorded their ethnicity|reporting their ethnicity|reported their ethnicity|self reporting their ethnicity|self reported their ethnicity|self declared their ethnicity|declaration rate|disclosure rate|declaring their ethnicity|disclosing their ethnicity|shared their ethnicity|ethnicity declaration|ethnicity declaration rate|ethnicity disclosure rate"},
}

// froms decide between indicators that share a measure.
var froms = []struct{ indicator, words string }{
	{"5", "patients|patient|from patients|relatives|the public|public|members of the public|service users|service user|patients service users|from patients relatives or the public|patients relatives or the public|patients relatives or members of the public|patients service users relatives or the public|visitors|carers"},
	{"6", "from staff|from other staff|from colleagues|from a colleague|from other colleagues|from fellow staff|from staff members|from members of staff|by staff|by colleagues|by other staff|from other members of staff|from managers and colleagues|from managers or colleagues|from staff in the last 12 months"},
}

// figures: the words for what of a measure is told.
var figures = []struct {
	role  Role
	words string
}{
	{AsPercent, "percentage|percentages|proportion|proportions|share|per cent of|rate|rates|percent of"},
	{AsNumber, "number|numbers|headcount|total number|total number of"},
	{AsRatio, "relative likelihood|relative likelihoods|likelihood ratio|ratio|ratios|relative risk|likelihood score|likelihood figure"},
	{AsChance, "likelihood|chance|probability"},
	{AsGap, "gap|gaps|difference|differences|disparity|disparities|differential|inequality|inequalities|disproportionality|variance"},
	{AsPresence, "representation|representative|under represented|underrepresented|underrepresentation|over represented|diversity of our workforce"},
}

// groups: the words for the groups of the standard, beside the report's own.
var groups = []struct{ group, words string }{
	{BME, "bme|bame|black and minority ethnic|black asian and minority ethnic|black asian minority ethnic|black asian and ethnic minority|black and ethnic minority|black and asian minority ethnic|ethnically diverse|ethnic minority|ethnic minorities|minority ethnic|ethnic minority background|global majority|people of the global majority|racially minoritised|ethnically minoritised|minoritised ethnic|racialised|people of colour|non white|bme staff|bame staff"},
	{White, "white"},
	{Unknown, "unknown ethnicity|ethnicity unknown|unknown|not stated|undisclosed|undeclared|ethnicity not stated|ethnicity not known|not known"},
	{Known, "ethnicity known|known ethnicity"},
}

// parts: the words for a part of an indicator, as figures have it. Bands are told by their
// number (labels).
var parts = []struct{ indicator, part, words string }{
	{"1", "vsm", "vsm|very senior management|very senior manager|very senior managers|very senior management vsm|vsm roles|vsm level|very senior manager level|very senior leadership"},
	{"1", "non-clinical", "non clinical|non clinical staff|non clinical workforce|non clinical roles"},
	{"1", "clinical", "clinical|clinical staff|clinical workforce|clinical roles"},
	{"9", "voting", "voting|voting members|voting board members|voting membership|board voting membership"},
	{"9", "non-voting", "non voting|non voting members|non voting board members"},
	{"9", "executive", "executive|executives|executive members|executive directors|executive board members|executive membership|exec"},
	{"9", "non-executive", "non executive|non executives|non executive directors|non executive members|neds"},
}

// moves: the words for a direction. A noun has what moved behind it ("an increase in the
// number"), a verb before it ("the number has increased"). One in the present tense says
// that a figure differs from band to band as often as that it moves.
var moves = []struct {
	way   Way
	form  Form
	words string
}{
	{Up, Noun, "increase|increases|rise|growth|uplift|upward trend|rises"},
	{Up, Verb, "increased|has increased|have increased|risen|rose|grown|grew|gone up|went up|climbed|has increased slightly"},
	{Up, Present, "increases|rises|grows|increasing|rising|growing|goes up"},
	{Down, Noun, "decrease|decreases|reduction|decline|fall|drop|reductions|falls|downward trend|dip|declines"},
	{Down, Verb, "decreased|reduced|declined|fell|fallen|dropped|gone down|went down|has decreased|has reduced|have decreased|shrunk|dipped|lowered"},
	{Down, Present, "decreases|reduces|drops|decreasing|reducing|declining|falling|dropping|goes down"},
	{Same, Noun, "no change|no movement|little change|no difference from last year"},
	{Same, Verb, "unchanged|remained the same|remains the same|stayed the same|remain the same|remained unchanged|remains unchanged|not changed|has not changed|remained at the same level|stayed at the same level"},
	{Alike, Verb, "remained consistent|remains consistent|remained stable|remains stable|remained similar|remains similar|remained static|remained broadly the same|remains broadly the same|broadly consistent|broadly similar|broadly unchanged|stayed similar|remained relatively stable|remained fairly consistent|remained largely unchanged|plateaued|remained steady"},
	{Better, Noun, "improvement|improvements|positive change"},
	{Better, Verb, "improved|got better|has improved|have improved"},
	{Worse, Noun, "deterioration|worsening"},
	{Worse, Verb, "worsened|deteriorated|got worse|has worsened|has deteriorated"},
	{Wider, Verb, "widened|has widened|grown wider|got wider"},
	{Wider, Noun, "widening"},
	{Nearer, Verb, "narrowed|has narrowed|closed|has closed|closing|shrank"},
	{Nearer, Noun, "narrowing"},
}

// sides: the words that set one group above or below another. Those of likelihood need no
// second group: it is the other of the two.
var sides = []struct {
	way    Way
	likely bool
	words  string
}{
	{Up, true, "more likely|likelier|more often"},
	{Down, true, "less likely|fewer likely|less often"},
	{Alike, true, "equally likely|as likely|just as likely|equally as likely"},
	{Up, false, "higher|greater|more frequently|larger"},
	{Down, false, "lower|smaller|less frequently|fewer"},
}

// thans stand before what is compared with: a group, a year or others.
const thans = "than|compared to|compared with|in comparison to|in comparison with|when compared to|when compared with|as compared to|as compared with|against|versus|vs|relative to|as opposed to|compared|than those|than that of"

// nots turn what is said round. What is "no significant increase" may yet be an increase.
const nots = "not|no|did not|has not|have not|does not|was not|were not|didn t|hasn t|haven t|nor|neither|without|rather than|never|cannot|can t|isn t|wasn t"

// aims speak of what is to be, of what might be, or of what a figure would mean.
const aims = "aim|aims|aiming|target|targets|targeted|ambition|ambitions|aspiration|aspirations|aspire|goal|goals|objective|objectives|will|should|would|could|may|" +
	"might|must|plan to|plans to|planned|planning|hope|hopes|expect|expects|expected|trajectory|in order to|so that|ensure|ensuring|need to|needs to|" +
	"seek to|seeking to|strive|striving|commit|committed|commitment|intend|intends|intention|working towards|work towards|recommend|recommended|recommends|" +
	"propose|proposed|if|whether|deadline|going forward|to increase|to reduce|to improve|to decrease|to narrow|to close|to reach|to achieve|to raise|" +
	"to support|to address|by increasing|by reducing|by improving|action|actions|forecast|predicted|projected|model employer|likely to be achieved|" +
	"to be achieved|how to|indicates that|would indicate|means that|would mean|equates to|a value of|a value above|a value below|a figure above|" +
	"a figure below|a ratio above|a ratio below|a score above|a score below|above 1|below 1|above 1 0|greater than 1|less than 1|greater than 1 0|" +
	"less than 1 0|figure of 1"

// others have figures that stand in no table of the report.
const others = "national|nationally|england|nhs england|region|regional|regionally|across the region|nationwide|benchmark|benchmarks|benchmarked|benchmarking|average|" +
	"averages|median|peers|peer|other trusts|other organisations|similar trusts|similar organisations|sector|nhs trusts|trusts|all trusts|across the nhs|" +
	"the nhs as a whole|nhs average|london|census|ons|population|populations|local community|local communities|local population|communities|ics|icb|icbs|" +
	"system wide|across the system|system|uk|britain|wales|scotland|other csus|csus|picker|comparator|comparators|neighbouring|best performing|" +
	"worst performing|top performing|upper quartile|lower quartile"

// owns are the organisation's own.
const owns = "our|we|the trust s|our trust|at the trust|the trust|this trust|the organisation|the organisation s|us|locally|our own|this organisation"

// narrows are people, or matters, of whom the tables of the standard have no figures.
const narrows = "black|asian|chinese|indian|pakistani|bangladeshi|mixed|african|caribbean|arab|gypsy|traveller|travellers|eastern european|filipino|white british|" +
	"white irish|white other|other white|any other white background|white background|white backgrounds|men|women|male|female|males|females|gender|disabled|" +
	"disability|disabilities|non disabled|wdes|lgbt|lgbtq|lgbt+|gay|lesbian|bisexual|transgender|sexual orientation|religion|religious|faith|muslim|" +
	"christian|age|aged|older|younger|maternity|carer|part time|full time|bank|bank staff|agency|agency staff|volunteers|students|apprentices|apprentice|" +
	"apprenticeship|internationally educated|overseas|international recruits|nurses|nurse|nursing|midwives|midwifery|midwife|ahps|" +
	"allied health professionals|healthcare assistants|healthcare support workers|doctors|doctor|consultants|consultant|medical|medical and dental|dental|" +
	"junior doctors|trainees|pharmacists|paramedics|scientists|admin|administrative|estates|facilities|division|divisions|divisional|directorate|" +
	"directorates|department|departments|care group|care groups|business unit|ward|wards|site|sites|hospital site|service line|team|teams|locality|" +
	"corporate|subsidiary|interview|interviewed|interviews|interviewees|turnover|leavers|leaver|leaving|left|retention|starters|joiners|new starters|joined|" +
	"resigned|resignation|resignations|exit|grievance|grievances|employment tribunal|tribunals|capability|sickness|absence|suspended|suspensions|suspension|" +
	"informal|informally|fast track|from managers|from manager|from their manager|from a manager|from line managers|reported it|reporting it|report it|" +
	"most recent incident|reported the incident|internal|external|surgery|surgical|medicine|emergency|paediatrics|pathology|community services|theatres|" +
	"hospital|hospitals|disparity ratio|race disparity ratio|disparity ratios|mwres|bwres|confident|confidence|feel able|felt able|aware|awareness|" +
	"satisfied|satisfaction|policy|policies|webinar|webinars|workshop|workshops|session|sessions|toolkit|cases of|reports of|allegations|allegation|" +
	"reported cases|reported incidents|upheld|dismissed|dismissal|dismissals|warning|warnings|sanction|sanctions|how to report|willing to report|pulse|" +
	"quarter|quarterly|response rate|responded|respondents|responses|response|completed the survey|question|questions|staff network|network|networks|" +
	"members of the network|champions|champion|ambassadors|freedom to speak up|ftsu|concerns|appraisal|appraisals|mentoring|mentor|mentors|mentees|coaching|" +
	"programme|programmes|course|courses|delegates|attended|attendees|attending|engagement|engaged|morale|score|scores|q|people promise|mandatory training|" +
	"edi training|e learning|incidents|incident|datix|datixes|complaints|complaint|hate crime|verbal|physical|violence|sexual|pay gap|bonus|hourly|salary|" +
	"salaries|earnings|senior managers|senior manager|senior management|senior leaders|senior leadership|senior roles|senior posts|senior positions|senior|" +
	"middle management|leadership roles|leadership positions|higher bands|lower bands|higher banded|lower banded|pay bands|pay band|bands|all bands|" +
	"each band|clusters|cluster|grades|agenda for change|afc|most bands|across bands|upper bands|directors|governors|governor|chair|cluster 1|newly|" +
	"first time in|promoted|internal promotion|acting up|secondment|secondments|secondees|job offers|offers|withdrew|long list|longlisted|longlisting|trac|" +
	"panel|panels|inclusion representatives|panel members|per annum|budget|cost|funding|investment"

// abouts say that the number behind is not exact.
const abouts = "about|around|approximately|approx|circa|c|nearly|almost|over|more than|less than|fewer than|under|at least|up to|just over|just under|roughly|some|" +
	"close to|above|below|between|at most|in excess of|well over|well under|an estimated|estimated|only just"

// borders end a clause.
const borders = "however|whereas|while|whilst|but|although|though|along with|despite|yet|in contrast white|conversely|by contrast|nevertheless|nonetheless|meanwhile|" +
	"similarly|in addition|additionally|furthermore|moreover|which|because|due to|as a result of|which means|therefore|since then"

// yearWords name years without their number, counted back from the latest; spans go
// from the first year that a table has.
var yearWords = []struct {
	back  int
	span  bool
	words string
}{
	{0, false, "this year|this reporting year|current year|this year s|the current year|this wres reporting year|reporting year|in year|currently|this reporting period|latest"},
	{1, false, "last year|previous year|year before|prior year|preceding year|last year s|previous year s|the year before|the previous year|previous reporting year|last reporting year|last reporting period|previous reporting period|previous wres|previous report|last report|previous year s wres report|last year s wres report|prior reporting year|previously|12 months ago|previous wres reporting year"},
	{2, false, "two years ago|the year before last"},
	{0, true, "over time|in recent years|over the years|year on year|over the last three years|over the past three years|over the last two years|over the past two years|over the last few years|over the past few years|over the last four years|over the past four years|over the last five years|over the past five years|over the three years|over the period|since reporting began|each year|every year|previous years|past years|recent years|consistently|continued|continues|continue|since the introduction|since wres began|three consecutive years|consecutive|over the last 3 years|over the past 3 years|over the last 5 years|over the past 5 years|trend|historically|baseline"},
}

// signifieds claim what a test would have to show; tests tell one.
const (
	signifieds = "significant|significantly|statistically significant|statistically significantly|significance"
	tests      = "p value|p values|statistical test|statistically|statistical significance|chi squared|chi square|fisher|confidence interval|confidence intervals|" +
		"confidence level|z test|four fifths|four fifths rule|80 rule|not statistically|95 confidence"
)

// nows say that what is told is new.
const nows = "in contrast to previous|in contrast to earlier|in contrast to prior|in contrast to last year|unlike previous|unlike in previous|unlike last year|" +
	"unlike earlier|for the first time|first time|in contrast to the previous|unlike the previous"

// nones say that there is nobody.
const nones = "no|there are no|there is no|there were no|zero|none|has no|have no|had no|there was no|nil"

// peoples are those whom figures count.
const peoples = "staff|employees|employee|colleagues|people|workers|candidates|candidate|workforce|staff members|members of staff|staff member|counterparts|individuals|members|personnel"

// applicants are people of whom the tables count those shortlisted, and no others.
const applicants = "applicants|applicant|applied|applying|apply|applications|application"

// labelled are words behind which a number is a name.
const labelled = "band|bands|afc band|afc bands|cluster|clusters|afc cluster|indicator|indicators|wres indicator|wres indicators|action|page|pages|figure|figures|fig|" +
	"table|tables|appendix|section|chart|graph|question|q|metric|metrics|priority|phase|version|volume|step|footnote|tier|level|grade|chapter|note|standard|" +
	"theme|domain|high impact action|hia|annex|objective|point|paragraph|covid|tel|telephone|pillar|goal|outcome"

// ignored phrases hold a word of another table, and mean something else.
const ignored = "board assurance|board development|board paper|board papers|presented to the board|reported to the board|report to the board|report to board|" +
	"approved by the board|approved by board|shared with the board|to the board|by the board|white paper|bme network|bame network|bme staff network|" +
	"bame staff network|staff bme network|ethnic minority network|ethnic minority staff network|ethnically diverse network|ethnically diverse staff network|" +
	"rise to|given rise to|closed on|closed in|equal opportunities policy|equal opportunities monitoring|abuse of|board s|zero tolerance|as likely as not|" +
	"rise above|rise and|for example|a range of|in the event|significant minority|significant work|significant number of|significant proportions|" +
	"significant progress|significance of|not only|no longer|no more than|more than|less than|fewer than|as well|all staff survey|nhs staff survey|" +
	"staff survey|survey of staff|staff side|team leader|team leaders|team leader or other colleagues|manager team leader or other colleagues|" +
	"manager team leader or colleagues|manager or team leader|from a manager team leader or other colleagues|from manager team leader or other colleagues|" +
	"from their manager team leader or other colleagues|from a manager team leader or colleagues|from a manager or team leader|from a manager or colleagues|" +
	"from a manager or colleague|from a manager or other colleagues|from a manager or other colleague|from managers or other colleagues|" +
	"from their manager or colleagues|from their manager or other colleagues|from a manager team leader or other colleague|" +
	"from a manager team leader or colleague|from a manager or a colleague|from their line manager or colleagues|" +
	"from a manager or team leader or other colleagues|on average"
