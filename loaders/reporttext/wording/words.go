package wording

// says is what a phrase of the table says.
type says uint8

const (
	ofGroup    says = iota + 1 // one of the groups of the standard
	ofTopic                    // an indicator, and perhaps one of its two counts
	ofHeads                    // a number of people, and where nothing else is counted of staff
	ofStaff                    // the workforce: indicator 1, or those whom 3 and 4 count among
	ofMeasure                  // the kind of figure
	ofPart                     // a part of the board
	ofCategory                 // a staff category
	ofOthers                   // other organisations
	ofAside                    // figures that stand for none of the standard's: limits, targets
	ofSubgroup                 // an ethnic category that is a part of a group
	ofSurvey                   // years are those of the staff survey
	ofWRES                     // years are those of the standard
	ofForeign                  // another standard, which numbers its metrics too
	ofFrom                     // by whom, which decides between 5 and 6
	ofNothing                  // holds a word of another phrase, and says nothing
)

// Measure is the kind of figure that words name.
type Measure string

// The measures.
const (
	Number      Measure = "number"
	Share       Measure = "percentage"
	Likelihood  Measure = "likelihood"
	Relative    Measure = "relative-likelihood"
	Difference  Measure = "difference"
	Change      Measure = "change"
	Respondents Measure = "respondents"
)

// allOf is the value of words for a number of all groups together.
const allOf = "number of all"

// phrases is the table of words. A phrase is in lower case, a hyphen is a space, and "%" is
// a word; the longest phrase that fits is taken.
var phrases = []struct {
	says    says
	value   string
	phrases string
}{
	// Groups. The report's own terms are added to those of BME.
	{ofGroup, "white", "white|non bme|non bame|white staff|white group|white ethnic group"},
	{ofGroup, "bme", "bme|bame|black and minority ethnic|black asian and minority ethnic|black asian minority ethnic|black asian and ethnic minority|black and ethnic minority|black and asian minority ethnic|black and minority ethnicity|" +
		"ethnically diverse|ethnic minority|ethnic minorities|minority ethnic|global majority|people of the global majority|racially minoritised|ethnically minoritised|minoritised ethnic|racialised|people of colour|non white|visible ethnic minority|culturally diverse|black brown and minority ethnic"},
	{ofGroup, "unknown", "unknown|unknown ethnicity|ethnicity unknown|not stated|not known|ethnicity not known|ethnicity not stated|not declared|undeclared|undisclosed|not disclosed|not recorded|not given|not provided|not specified|unspecified|not shared|" +
		"prefer not to say|null|missing|don t know|do not wish to disclose|not self reported|who have not declared their ethnicity|not declared their ethnicity|not disclosed their ethnicity|not recorded their ethnicity|other unknown|unknown null|not stated unknown|unknown not stated|not known null"},
	{ofGroup, "known", "self reporting|self reported|self report|self reporting their ethnicity|self declared|self declaration|self declaring|declared|declared their ethnicity|declaration rate|disclosure rate|disclosed their ethnicity|recorded their ethnicity|ethnicity recorded|ethnicity known|ethnicity declared|ethnicity disclosed|known ethnicity|ethnicity declaration|self disclosed"},
	{ofGroup, "all", "all|all staff|total|overall|totals|all groups|grand total|everyone|all ethnicities|whole workforce|all applicants|all candidates|all employees|total staff|trust total|organisation total"},

	// Indicators 2 to 4, and their counts.
	{ofTopic, "2 events", "appointed|appointed from shortlisting|appointed from shortlist|appointed from the shortlist|being appointed|being appointed from shortlisting|appointment|appointments|appointees|appointment from shortlisting|appointments from shortlisting|appointment from shortlist|recruited|hired|successful candidates|successful applicants|shortlisting to appointment|shortlist to appointment|from shortlisting to appointment|applicants appointed"},
	{ofTopic, "2 at risk", "shortlisted|shortlisted applicants|shortlisted candidates|applicants shortlisted|candidates shortlisted|number shortlisted|being shortlisted"},
	{ofTopic, "2", "recruitment|shortlisting|recruitment and selection"},
	{ofTopic, "3 events", "disciplinary|formal disciplinary|formal disciplinary process|disciplinary process|disciplinary processes|formal disciplinary processes|formal disciplinary investigation|disciplinary procedure|disciplinary investigation|disciplinaries|disciplinary cases|entering the formal disciplinary process|entering formal disciplinary|entering the disciplinary process|formal disciplinary process as measured by entry into a formal disciplinary investigation|disciplinary action"},
	{ofTopic, "4 events", "training|cpd|non mandatory training|non mandatory training and cpd|training and cpd|continuous professional development|continuing professional development|accessing non mandatory training|non mandatory training and continuous professional development|non mandatory training and continuing professional development|non mandatory training or cpd"},

	// The staff survey.
	{ofTopic, "5 6", "harassment|bullying|abuse|harassment bullying or abuse|harassment bullying and abuse|bullying and harassment|harassment bullying|hba|bullying harassment or abuse|bullying harassment and abuse|bullying harassment"},
	{ofFrom, "5", "patients|patient|relatives|public|the public|service users|from patients|patients relatives or the public|patients service users|hba public|visitors|carers"},
	{ofFrom, "6", "from staff|from other staff|from colleagues|from other colleagues|by staff|by colleagues|from staff in last 12 months|from staff in the last 12 months|from members of staff|from fellow staff|hba staff|abuse staff|other colleagues|staff in last 12 months|colleagues in last 12 months"},
	{ofTopic, "7", "career progression|career progression or promotion|career progression and promotion|equal opportunities|equal opportunity|promotion|equal opportunities for career progression|equal opportunities for career progression or promotion|equal opportunities for career progression and promotion"},
	{ofTopic, "8", "discrimination|discrimination at work|personally experienced discrimination|discriminated against|experienced discrimination|discrimination at work from manager team leader or other colleagues|discrimination from a manager team leader or other colleagues|discrimination at work from a manager team leader or other colleagues|" +
		"experienced discrimination at work from manager team leader or other colleagues|personally experienced discrimination at work from manager team leader or other colleagues|personally experienced discrimination at work from a manager team leader or other colleagues|discrimination at work from any of the following manager team leader or other colleagues"},

	// The board and the workforce.
	{ofTopic, "9", "board|board member|board members|board membership|trust board|board level|governing body|board of directors|board representation"},
	{ofStaff, "", "workforce|overall workforce|total workforce|staff in workforce|staff in post|staff employed|employed|employees|headcount of staff|number of staff in workforce|staff in overall workforce|workforce profile|staff headcount|staff in the organisation|number of employees|number of colleagues|staff working at|workforce composition"},
	{ofPart, "voting", "voting|voting members|voting board members|voting membership|voting member|board voting membership"},
	{ofPart, "non-voting", "non voting|non voting members|non voting board members|non voting membership"},
	{ofPart, "executive", "executive|executives|executive members|executive directors|executive board members|executive membership|exec|executive director"},
	{ofPart, "non-executive", "non executive|non executives|non executive directors|non executive members|non executive director|non exec|neds|non executive membership|non executive board members"},
	{ofCategory, "non-clinical", "non clinical|non clinical staff|non clinical workforce|non clinical roles"},
	{ofCategory, "clinical", "clinical|clinical staff|clinical workforce|clinical non medical|clinical roles"},
	{ofCategory, "medical and dental", "medical and dental|medical dental|medical and dental staff|medical workforce|m and d|medical staff"},

	// Kinds of figure.
	{ofMeasure, string(Number), "number|numbers|no|count|n|number of|heads"},
	{ofHeads, "", "headcount"},
	{ofMeasure, allOf, "total number|total headcount|total count|total number of"},
	{ofMeasure, string(Share), "%|percentage|percentages|proportion|share|per cent|percent|rate|representation|pct"},
	{ofMeasure, string(Likelihood), "likelihood|likelihoods|likelihood of|chance|probability|conversion rate|success rate|appointment rate"},
	{ofMeasure, string(Relative), "relative likelihood|relative likelihoods|ratio|likelihood ratio|times more likely|times as likely|times less likely|relative risk|more likely|less likely|relative likelihood ratio"},
	{ofMeasure, string(Difference), "difference|percentage points|percentage point|gap|disparity|percentage difference|percentage point difference|minus|variance|differential|percentage point gap|% difference|compared with the workforce|compared to the workforce|percentage points difference|difference in percentage points"},
	{ofMeasure, string(Change), "change|% change|percentage change|percentage point change|change in percentage points|year on year change|movement|trend|improvement|direction of travel|difference from last year|difference from previous year|difference since last year|change since last year|change from last year|change from previous year|year on year|increase decrease|increase or decrease|difference between years|yoy|increase|decrease|annual change|+|variance from previous year|change on previous year"},
	{ofMeasure, string(Respondents), "respondents|responses|number of respondents|number of responses|no of responses|no of respondents|total respondents|survey respondents|respondent numbers|response numbers|number responding"},

	// What is not the organisation's own figure of the standard.
	{ofOthers, "", "england|national|nationally|nhs england|national average|nhs average|benchmark|benchmarking|average|median|peer|peers|peer average|region|regional|regional average|all trusts|nhs trusts|other trusts|sector|north west|north east|south west|south east|east of england|london|london region|ics|icb average|icb|nss average|benchmark group|community trusts|acute trusts|mental health trusts|best|worst|similar organisations|similar trusts|comparator|picker average|north east and yorkshire|yorkshire|midlands average|national figure|census|national position"},
	{ofAside, "", "confidence interval|confidence interval lower limit|confidence interval upper limit|lower limit|upper limit|ci|ci lower|ci upper|p value|p values|lower|upper|target|targets|trajectory|ambition|goal|rank|ranking|rag|rating|quartile|statistically significant|significance|z score|disparity ratio|race disparity ratio|race disparity|disparity ratios|tiers|model employer|deadline|response rate|applications|applied|applicants who applied|leavers|turnover|starters|" +
		"grievance|grievances|bank staff|bank|agency|male|female|men|women|disabled|disability|age|pay gap|fte|wte|full time equivalent|interviewed|longlisted|promoted|internal applicants|target 2028|aspiration|compared with the others|capability|sickness|internationally educated|overseas|threshold"},
	{ofSubgroup, "", "asian|black|mixed|chinese|indian|pakistani|bangladeshi|african|caribbean|arab|other ethnic group|any other ethnic group|asian or asian british|black or black british|mixed or multiple|white british|white irish|white other|other white|any other white|gypsy|traveller|roma|mixed white and asian|white and asian|white and black caribbean|white and black african|other ethnic groups|any other|irish|filipino"},
	{ofForeign, "", "wdes|workforce disability equality standard|disability equality standard|mwres|medical workforce race equality standard|bwres|bank workforce race equality standard|bank wres|gender pay gap|ethnicity pay gap|sexual orientation"},
	{ofSurvey, "", "survey|staff survey|nss|nhs staff survey|survey year|survey of|staff survey results"},
	{ofWRES, "", "workforce race equality standard|nhs workforce race equality standard|wres|wres year|reporting year|wres data|wres reporting year"},
	{ofNothing, "", "including executive board members|including executive board member|including board members|appointed staff|including executive directors|race equality|nhs staff|nhs trust|the nhs|nhs foundation trust|equal opportunities monitoring|in the nhs|nhs agenda for change|all posts|across all posts|total of|after|board assurance|at all levels|all ages|national staff survey|national nhs staff survey|nhs staff survey results|staff survey question|nhs electronic staff record|team leader|manager team leader|non medical"},
}

// mentions of groups behind these words are of what a figure is compared with, and of both.
var versus = map[string]bool{"compared": true, "versus": true, "vs": true, "against": true, "relative": true, "minus": true, "÷": true}
