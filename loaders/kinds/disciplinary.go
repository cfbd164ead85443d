package kinds

func disciplinary() Extract {
	return eventExtract(Extract{
		Kind:  "disciplinary",
		Help:  "staff who entered a formal disciplinary investigation in the year, by ethnicity",
		Brief: "who entered the process",
		Words: []string{"disciplin"},
	}, Column{Name: "entered", Help: "staff who entered the formal process, each once",
		Synonyms: []string{"number entered", "entered process", "entered formal process", "entered formal disciplinary process", "entering", "disciplinary", "disciplinary cases", "disciplinaries", "cases", "formal cases", "investigations"}})
}
