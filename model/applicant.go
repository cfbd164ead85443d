package model

// ParseInternal reads whether an applicant works for the organisation already: Yes for
// internal applicants, No for external ones. An empty cell is NotGiven. It answers
// false for a label that it does not know. The spellings were not confirmed against an
// export of a recruitment system.
func ParseInternal(cell string) (Answer, bool) {
	a, ok := internalLabels()[labelKey(cell)]
	return a, ok && (labelKey(cell) != "" || isBlank(cell))
}

// InternalWord gives an answer as data writes it: internal, external, or "".
func InternalWord(a Answer) string { return [...]string{"", "internal", "external"}[a] }

var internalLabels = folded(func() map[Answer][]string {
	return map[Answer][]string{
		NotGiven: {"", "not known", "unknown", "not stated", "not given"},
		Yes: {"internal", "yes", "y", "true", "1", "internal applicant", "internal candidate", "internal move", "internal transfer", "int",
			"current employee", "existing employee", "existing staff"},
		No: {"external", "no", "n", "false", "0", "external applicant", "external candidate", "external hire", "ext", "new employee", "new starter"},
	}
})
