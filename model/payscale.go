package model

import (
	"regexp"
	"strings"
	"wres/model/pattern"
)

// What the description of a pay scale says in words.
var (
	bandInScale  = pattern.Of(`\bband ?0?([1-9])(?: ?(?:range ?)?([a-d]))?\b`)
	manyBands    = pattern.Of(`\bband ?0?[1-9](?: ?[a-d])?(?: to| and| or)* (?:[1-9][a-d]?|above|below|over|under|up|upwards|higher|lower|plus)\b`)
	scaleWords   = pattern.Of(`\b(?:v ?s ?m|very senior manage(?:r|rs|ment))\b`)
	medicalScale = []struct {
		words func() *regexp.Regexp
		band  Band
	}{
		{pattern.Of(`\b(?:foundation|f[12]|fy[12]|st[1-8]|ct[1-3]|registrars?|(?:medical|dental|speciali?ty|core|gp|foundation|doctors?) trainees?|trainees? (?:doctors?|dentists?|grades?|registrars?)|house officer|sho|core training|dental core)\b`), TraineeGrade},
		{pattern.Of(`\b(?:associate specialist|staff grade|specialty doctor|speciality doctor|sas doctor|clinical assistant|hospital practitioner|specialist doctor|career grade)\b`), NonConsultantCareerGrade},
		{pattern.Of(`^(?:medical |dental |hospital |locum )?consultants?(?: (?:contract|new contract|old contract|2003|post 31 oct 2003|pre 31 oct 2003|medical|dental))*$`), Consultant},
		{pattern.Of(`\b(?:salaried gp|general (?:medical |dental )?practitioner)\b`), OtherMedical},
	}
	scaleCode = pattern.Of(`^[A-Z]{2}(?:[0-9][0-9A-Z]|[A-Z][0-9])$`) // an4, as the data set has it
)

// defaultPayCodes is the band behind the beginning of a pay scale code. Only XR05
// was seen in a sample of ESR; the others are what is commonly taken for them, the
// medical ones with little certainty, so the settings can change each.
func defaultPayCodes() map[string]Band {
	codes := map[string]Band{
		"VS": VSM, "VM": VSM,
		"YC": Consultant, "YM": Consultant, "YK": Consultant,
		"MC": NonConsultantCareerGrade, "MH": NonConsultantCareerGrade,
		"MN": TraineeGrade, "MT": TraineeGrade,
	}
	bands := []Band{Band1, Band2, Band3, Band4, Band5, Band6, Band7, Band8a, Band8b, Band8c, Band8d, Band9}
	for i, b := range bands {
		digits := string([]byte{byte('0' + (i+1)/10), byte('0' + (i+1)%10)})
		codes["XR"+digits], codes["XN"+digits] = b, b
	}
	return codes
}

// PayScale reads the band of a pay scale or a grade: a band by itself, or ESR's
// composite of code and description ("NHS|XR08|Review Body Band 8 - Range A"). A
// description goes before a code. An empty cell is AnyBand; it answers false for
// one that does not tell.
func (s *StaffRules) PayScale(cell string) (Band, bool) {
	if b, ok := ParseBand(cell); ok {
		return b, true
	}
	parts := strings.Split(cell, "|")
	for i := len(parts) - 1; i >= 0; i-- {
		if b, ok := describedBand(parts[i]); ok {
			return b, true
		}
	}
	for _, part := range parts {
		if b, ok := s.payCode(part); ok {
			return b, true
		}
	}
	return AnyBand, false
}

// ScaleCode reads the band of a pay scale that is given by its code, alone or with its
// description.
func (s *StaffRules) ScaleCode(cell string) (Band, bool) {
	if strings.Contains(cell, "|") {
		return s.PayScale(cell)
	}
	return s.payCode(cell)
}

// BareMedical reports whether a cell is a word for a medical grade that other staff
// have too: only a staff group tells whose it is.
func BareMedical(cell string) bool {
	for part := range strings.SplitSeq(cell, "|") {
		switch labelKey(part) {
		case "other", "others", "trainee", "trainees", "training", "specialist", "specialists", "resident", "residents", "registrar", "registrars":
			return true
		}
	}
	return false
}

// describedBand finds a band in the words of a description.
func describedBand(text string) (Band, bool) {
	if b, ok := ParseBand(text); ok && b != AnyBand {
		return b, true
	}
	key := labelKey(text)
	if all := bandInScale().FindAllString(key, -1); len(all) > 1 || len(all) == 1 && (manyBands().MatchString(key) || strings.Contains(text, "+")) {
		return AnyBand, false // "Band 5 to Band 6" is neither, nor is "Band 5 and below"
	} else if len(all) == 1 {
		return ParseBand(all[0])
	}
	if scaleWords().MatchString(key) {
		return VSM, true
	}
	for _, m := range medicalScale {
		if m.words().MatchString(key) {
			return m.band, true
		}
	}
	return AnyBand, false
}

// payCode reads a code, with the point of the scale behind it or without: XR05,
// XR05.3. The longest beginning in the settings decides.
func (s *StaffRules) payCode(text string) (Band, bool) {
	code, _, _ := strings.Cut(strings.ToUpper(strings.TrimSpace(text)), ".")
	code, _, _ = strings.Cut(code, " ")
	if !scaleCode().MatchString(code) {
		return AnyBand, false
	}
	for n := len(code); n > 1; n-- {
		if b, ok := s.PayCodes[code[:n]]; ok {
			return b, true
		}
	}
	return AnyBand, false
}
