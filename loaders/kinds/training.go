package kinds

func training() Extract {
	return eventExtract(Extract{
		Kind:  "training",
		Help:  "staff who accessed non-mandatory training or CPD in the year, by ethnicity",
		Brief: "who accessed training",
		Words: []string{"train", "cpd"},
	}, Column{Name: "accessed", Help: "staff who accessed training, each once",
		Synonyms: []string{"number accessed", "accessing", "accessed training", "accessed non-mandatory training", "accessed CPD", "attended", "trained", "training"}})
}
