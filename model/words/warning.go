package words

import (
	"fmt"

	"wres/model"
	"wres/model/indicator"
	"wres/model/stats"
)

// Warnings says the warnings of a figure as clauses.
func (w Voice) Warnings(ind *indicator.Indicator, f *indicator.Figure) []string {
	return warned(w, ind, f.Warnings)
}

// PartWarnings says the warnings of a part of a year's recruitment.
func PartWarnings(w Voice, ind *indicator.Indicator, p *indicator.Part) []string {
	return warned(w, ind, p.Warnings)
}

func warned(w Voice, ind *indicator.Indicator, all []indicator.Warning) []string {
	said := make([]string, len(all))
	for i, warning := range all {
		said[i] = warnings[warning.Kind](w, ind, warning)
	}
	return said
}

// warning says one kind of warning.
type warning func(Voice, *indicator.Indicator, indicator.Warning) string

// says is a warning without numbers.
func says(clause string) warning {
	return func(Voice, *indicator.Indicator, indicator.Warning) string { return clause }
}

// counts is a warning of which the numbers say all.
func counts(say func(indicator.Warning) string) warning {
	return func(_ Voice, _ *indicator.Indicator, x indicator.Warning) string { return say(x) }
}

// ofGroup is a warning that begins with a group's name, and says why it has no value.
func ofGroup(why func(*indicator.Indicator, indicator.Warning) string) warning {
	return func(w Voice, ind *indicator.Indicator, x indicator.Warning) string {
		return w.Labels.Sentence(x.Group) + noValue + why(ind, x)
	}
}

// noValue stands before the reason why something has none.
const noValue = ": no value, because "

func because(why string) func(*indicator.Indicator, indicator.Warning) string {
	return func(*indicator.Indicator, indicator.Warning) string { return why }
}

// between says between what a value lies with what a figure lacks.
func between(what string, text func(Voice, float64) string) warning {
	return func(w Voice, _ *indicator.Indicator, x indicator.Warning) string {
		upper := "any number"
		if !x.Bounds.NoUpper {
			upper = text(w, x.Bounds.Upper)
		}
		return "with what is missing " + what + " lies between " + text(w, x.Bounds.Lower) + " and " + upper
	}
}

// warnings says each kind of warning.
var warnings = [indicator.WarningKindCount]warning{
	indicator.FiguresContradictState: counts(func(x indicator.Warning) string {
		return "the status extract says " + x.State.Words() + ", but there are figures, and they are shown"
	}),
	indicator.StateWithoutFigures: says("the status extract says reported, but no extract has figures"),
	indicator.RowsRefused: counts(func(x indicator.Warning) string {
		return refusedWords(x) + ", so this figure lacks " + plural(x.N, "it", "them")
	}),
	indicator.RowsRefusedUnsaid: counts(refusedWords),
	indicator.CellsMissing: counts(func(x indicator.Warning) string {
		return fmt.Sprintf("%s of the %s extract could not be read, so this figure lacks %s", cellsWords(x.N), x.What, plural(x.N, "it", "them"))
	}),
	indicator.ShareBetween: between("the share", Voice.Percent),
	indicator.BoardBetween: between("the share of the board", Voice.Percent),
	indicator.RatioBetween: between("the ratio", func(_ Voice, v float64) string { return RatioText(v) }),
	indicator.OrganisationsLack: counts(func(x indicator.Warning) string {
		return "of all organisations together " + plural(x.N, "one withholds or lacks", "some withhold or lack") + " a part of it, so nothing is concluded: " + x.What
	}),
	indicator.FewerOrganisations: counts(func(x indicator.Warning) string {
		return fmt.Sprintf("it is of %s of %s organisations: nothing is given of %s", Thousands(x.N), Thousands(x.Of), x.What)
	}),
	indicator.RowsUndated: counts(func(x indicator.Warning) string {
		return fmt.Sprintf("%s of the %s extract could not be used and %s year that can be read: this figure may lack %s",
			rowsWords(x.N), x.What, plural(x.N, "has no", "have no"), plural(x.N, "it", "them"))
	}),
	indicator.GroupRefused: ofGroup(because("a count of the group is missing")),
	indicator.GroupRefusedTilts: ofGroup(because("a count of the group is missing from the extract: counts are left out for being small, " +
		"and the rows that are left would tilt the figure")),
	indicator.NothingHappened: func(_ Voice, ind *indicator.Indicator, _ indicator.Warning) string {
		return "not testable: no " + ind.People + " of either group " + ind.Happened
	},
	indicator.EverythingHappened: func(_ Voice, ind *indicator.Indicator, _ indicator.Warning) string {
		return "not testable: all " + ind.People + " of both groups " + ind.Happened
	},
	indicator.FewEvents: counts(func(x indicator.Warning) string {
		return fmt.Sprintf("too few to judge: if both groups were alike, one of them would be expected to have fewer than %[1]d people with the event, or fewer than %[1]d without it", x.N)
	}),
	indicator.NoUpperLimit: says("the interval of the ratio has no upper limit, because the counts allow any"),
	indicator.UnknownsDecide: counts(func(x indicator.Warning) string {
		return fmt.Sprintf("the ethnicity of %s is not known: if it were, the ratio would be somewhere between %s and %s",
			peopleWords(x.N), RatioText(x.Bounds.Lower), upperText(*x.Bounds))
	}),
	indicator.NoUnknownRow: says("no row that could be used counts staff of unknown ethnicity, so shares are of the staff whose ethnicity is given"),
	indicator.NoPayBands:   says("the workforce extract has no pay bands, so there are only overall figures"),
	indicator.StaffWithoutBand: counts(func(x indicator.Warning) string {
		if x.N == 1 {
			return "1 member of staff has no pay band, and is counted overall and in no band"
		}
		return Thousands(x.N) + " staff have no pay band, and are counted overall and in no band"
	}),
	indicator.NoRowOfGroup: func(w Voice, _ *indicator.Indicator, x indicator.Warning) string {
		return "no row that could be used counts the group " + Quoted(w.Labels.Label(x.Group))
	},
	indicator.SharesUnknown: says("shares" + noValue + "no count of a group could be used, so the number of all staff is not known"),
	indicator.MeanOfTwoYears: counts(func(x indicator.Warning) string {
		return fmt.Sprintf("mean of two years: the cases and the headcounts of %s and %s together", x.Year-1, x.Year)
	}),
	indicator.NoNumerator: ofGroup(func(ind *indicator.Indicator, _ indicator.Warning) string {
		return "no row that could be used counts " + ind.Numerator
	}),
	indicator.NoDenominator: ofGroup(func(ind *indicator.Indicator, _ indicator.Warning) string {
		return "no row that could be used counts " + ind.Denominator
	}),
	indicator.MoreThanAtRisk: ofGroup(func(_ *indicator.Indicator, x indicator.Warning) string {
		return Thousands(x.N) + " is more than the " + Thousands(x.Of) + " that they are counted among"
	}),
	indicator.NobodyAtRisk: ofGroup(func(ind *indicator.Indicator, _ indicator.Warning) string {
		return "there are no " + ind.People + " in the group"
	}),
	indicator.NoReferenceEvents: func(w Voice, ind *indicator.Indicator, x indicator.Warning) string {
		return fmt.Sprintf("ratio%sno %s %s %s (0 of %s)", noValue, w.Labels.Label(ind.Reference), ind.People, ind.Happened, Thousands(x.N))
	},
	indicator.CampaignsUnshown: counts(func(x indicator.Warning) string {
		return fmt.Sprintf("%s not shown by %s; the %d largest are", plural(x.N, "1 more campaign is", Thousands(x.N)+" more campaigns are"), plural(x.N, "itself", "themselves"), x.Of)
	}),
	indicator.SidesUnknown: counts(func(x indicator.Warning) string {
		return Thousands(x.N) + " of " + Thousands(x.Of) + " shortlisted applicants " + is(x.N) + " marked neither internal nor external, and counted in the whole alone"
	}),
	indicator.BandsExplain: counts(func(x indicator.Warning) string {
		return "within pay bands the ratio is " + RatioText(x.Ratio) + ", and " + RatioText(x.Beside) + " overall: the groups applied for different bands"
	}),
	indicator.CannotPool: ofGroup(func(_ *indicator.Indicator, x indicator.Warning) string {
		return "the extract gives " + Quoted(x.What) + " without the number of respondents, so categories cannot be pooled"
	}),
	indicator.NoShareOfGroup: ofGroup(because("no row that could be used gives the group's share")),
	indicator.CategoriesPooled: func(w Voice, _ *indicator.Indicator, x indicator.Warning) string {
		return fmt.Sprintf("%s: %s pooled by %s respondents", w.Labels.Sentence(x.Group), plural(x.N, "1 category", Thousands(x.N)+" categories"), plural(x.N, "its", "their"))
	},
	indicator.FewRespondents: ofGroup(func(_ *indicator.Indicator, x indicator.Warning) string {
		return fmt.Sprintf("%s responded, and of fewer than %d respondents no share is shown", Thousands(x.N), x.Of)
	}),
	indicator.FewAnswers: counts(func(x indicator.Warning) string {
		return fmt.Sprintf("too few to judge: if both groups were alike, one of them would be expected to have fewer than %[1]d respondents who give this answer, or fewer than %[1]d who do not", x.N)
	}),
	indicator.FewAnswersEver: says("too few to judge, even if every member of staff had responded"),
	indicator.SameAnswers:    says("not testable: all respondents gave the same answer"),
	indicator.RespondentsOfGroupUnsaid: func(w Voice, _ *indicator.Indicator, x indicator.Warning) string {
		return "the number of " + w.Labels.Label(x.Group) + " respondents is not given, so the gap has no confidence interval and no test"
	},
	indicator.RespondentsUnsaid: says("the numbers of respondents are not given, so the shares have no confidence intervals and the gap no test"),
	indicator.QuestionReworded: counts(func(x indicator.Warning) string {
		return fmt.Sprintf("not comparable with %s: %s", x.Year, x.What)
	}),
	indicator.WorkforceShareUnsaid: func(w Voice, _ *indicator.Indicator, x indicator.Warning) string {
		return noWorkforceShare(w, x.State.Words())
	},
	indicator.WorkforceShareRefused: func(w Voice, _ *indicator.Indicator, _ indicator.Warning) string {
		return noWorkforceShare(w, "not known: rows of the workforce extract were refused")
	},
	indicator.NoSuchMembers: counts(func(x indicator.Warning) string { return x.What + noValue + "the board has no such members" }),
	indicator.BoardUnsplit:  says("the board extract does not say which members vote or are executives, so only the parts that it gives are shown"),
}

func noWorkforceShare(w Voice, why string) string {
	return "difference" + noValue + "the " + w.Labels.Label(model.BME) + " share of the workforce is " + why
}

func refusedWords(x indicator.Warning) string {
	return fmt.Sprintf("%s of the %s extract %s refused", rowsWords(x.N), x.What, plural(x.N, "was", "were"))
}

func cellsWords(n int) string { return Thousands(n) + plural(n, " cell", " cells") }

func rowsWords(n int) string { return Thousands(n) + plural(n, " row", " rows") }

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

func upperText(b stats.Bounds) string {
	if b.NoUpper {
		return "any number"
	}
	return RatioText(b.Upper)
}

func peopleWords(n int) string { return Thousands(n) + plural(n, " person", " people") }
