package warehouse

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"wres/model"
)

// broken are rules of the queries, each broken once: text of the query, and what is put in its
// place.
var broken = []struct{ what, old, by string }{
	{"a staff group goes before an occupation code", "WHEN m_staff_group.category > 0 THEN m_staff_group.category WHEN m_occupation_code.category > 0 THEN m_occupation_code.category", "WHEN m_occupation_code.category > 0 THEN m_occupation_code.category WHEN m_staff_group.category > 0 THEN m_staff_group.category"},
	{"a job role tells the category where nothing else does", "ELSE COALESCE(m_job_role.category, 0) END AS category", "ELSE 0 END AS category"},
	{"a pay scale goes before a grade", "WHEN m_pay_scale.certain > 0 THEN m_pay_scale.certain WHEN m_grade.certain > 0 THEN m_grade.certain", "WHEN m_grade.certain > 0 THEN m_grade.certain WHEN m_pay_scale.certain > 0 THEN m_pay_scale.certain"},
	{"a bare word is no grade without a category", "CASE WHEN t.category = 0 THEN t.uncertain ELSE t.certain END > 0 THEN CASE WHEN t.category = 0 THEN t.uncertain ELSE t.certain END", "t.certain > 0 THEN t.certain"},
	{"a role that the settings map goes before pay", "WHEN t.role_mapped = 1 THEN t.role_band", ""},
	{"a medical director is paid as a consultant", "AND t.role_band = {manager} THEN t.role_band", "AND t.role_band = 99 THEN t.role_band"},
	{"a medical grade makes a category", "AND t.category = 0 THEN 3 ELSE t.category END AS category", "AND t.category = 99 THEN 3 ELSE t.category END AS category"},
	{"a medical grade among nurses is no band", "AND t.category NOT IN (0, 3) THEN 0 ELSE t.band END AS band", "AND t.category NOT IN (0, 3) THEN t.band ELSE t.band END AS band"},
	{"bank staff by their assignment category", "WHEN m_assignment_category.reason > 0 THEN m_assignment_category.reason", ""},
	{"bank staff by their contract", "WHEN m_contract_type.reason > 0 THEN m_contract_type.reason", ""},
	{"non-executives by their role", "WHEN m_job_role.reason > 0 THEN m_job_role.reason", ""},
	{"whose assignment has ended", "WHEN m_assignment_status.reason > 0 THEN m_assignment_status.reason", ""},
	{"a total of ethnicities", "WHEN m_ethnicity.is_total = 1 OR m_year_label.is_total = 1 THEN 5", ""},
	{"the primary assignment", "ORDER BY t.is_primary DESC, t.fte DESC", "ORDER BY t.fte DESC"},
	{"the highest FTE", "t.fte DESC, b.place DESC", "b.place DESC"},
	{"the highest band", "b.place DESC, t.band DESC, t.category DESC", "t.category DESC"},
	{"the bands of doctors by their places", "b.place DESC, t.band DESC", "t.band DESC"},
	{"the category among equals", "t.category DESC, t.ethnicity DESC", "t.ethnicity DESC"},
	{"the ethnicity among equals", ", t.ethnicity DESC)", ", t.ethnicity ASC)"},
	{"one person in two organisations", "PARTITION BY t.wres_year, t.org, t.person", "PARTITION BY t.wres_year, t.person"},
	{"people without a number", "UNION ALL\nSELECT wres_year, org, category, band, ethnicity FROM wres_placed WHERE reason = 0 AND numbered = 0", ""},
	{"no digit, no number", "WHEN (l.person LIKE", "WHEN l.person <> '' OR (l.person LIKE"},
	{"a number in scientific form", " AND l.person NOT LIKE '%e+%'", ""},
	{"a note is nobody", "AND TRIM(l.staff_group) = '' AND TRIM(l.occupation_code) = '' AND TRIM(l.job_role) = '' THEN 8", "AND 1 = 2 THEN 8"},
	{"who has a number is somebody", "is_empty = 1 AND NOT (", "is_empty = 1 AND 1 = 1 OR 1 = 2 AND NOT ("},
	{"managers are consultants too", "FROM wres_people WHERE band = {manager}", "FROM wres_people WHERE band = 99"},
}

// brokenEvents likewise, of cases and training.
var brokenEvents = []struct{ what, old, by string }{
	{"a stated ethnicity goes first", "ELSE 100 + ethnicity END", "ELSE ethnicity END"},
	{"the nearest year", "MIN(far) AS far", "MAX(far) AS far"},
	{"an earlier year before a later", "2 * (s.wres_year - e.wres_year) + 1", "2 * (s.wres_year - e.wres_year) - 1"},
	{"bank staff only", "SELECT p.wres_year, p.org, p.person, COALESCE(f.reason, 0) AS reason", "SELECT p.wres_year, p.org, p.person, 0 AS reason"},
	{"who is counted is not left out for another row", "AND NOT EXISTS (SELECT 1 FROM wres_staff_ranked r", "AND 1 = 1 OR NOT EXISTS (SELECT 1 FROM wres_staff_ranked r"},
	{"two people under one number", "AND f.lowest = f.highest", ""},
	{"where an organisation is named", "AND (s.org = e.org OR s.org = '' OR e.org = '')", ""},
	{"where none is named", "OR s.org = '' OR e.org = ''", ""},
	{"each person once a year", "GROUP BY wres_year, org, person", "GROUP BY wres_year, org, person, ethnicity"},
	{"mandatory by its column", "WHEN m_mandatory.is_said = 1 AND m_mandatory.is_mandatory = 1 THEN 9", ""},
	{"mandatory by its name", "AND m_course.is_mandatory = 1 THEN 9", "AND m_course.is_mandatory = 99 THEN 9"},
	{"a column that says goes before the name", "WHEN COALESCE(m_mandatory.is_said, 0) = 0 AND m_course", "WHEN m_course"},
}

// codes writes those of bands.
var codes = func() *strings.Replacer {
	var medical []string
	for _, b := range model.Bands() {
		if b.Medical() {
			medical = append(medical, strconv.Itoa(int(b)))
		}
	}
	return strings.NewReplacer("{manager}", strconv.Itoa(int(model.SeniorMedicalManager)), "{medical}", strings.Join(medical, ", "))
}()

// brokenApplicants likewise.
var brokenApplicants = []struct{ what, old, by string }{
	{"a pay scale goes before a band", "WHEN m_pay_scale.uncertain > 0 THEN m_pay_scale.uncertain", ""},
	{"who is appointed was shortlisted", "is_shortlisted = 1 OR ", "is_shortlisted = 1 OR 1 = 2 AND "},
	{"who is not shortlisted is not counted", "ELSE 11 END AS reason", "ELSE 0 END AS reason"},
	{"a row without a year is not counted", "WHEN COALESCE(m_year_label.wres_year, 0) = 0 THEN 6", "WHEN 1 = 2 THEN 6"},
	{"a total is not counted", "WHEN m_ethnicity.is_total = 1 OR m_year_label.is_total = 1 THEN 5", ""},
}

// TestABrokenRuleIsNoticed: each rule of the queries, broken on purpose, makes another summary
// of some list.
func TestABrokenRuleIsNoticed(t *testing.T) {
	noticed := 0
	for _, b := range broken {
		there := false
		for seed := range uint64(3 * lists) {
			l := staffList(seed)
			w := newWorld(t, toml(seed), l)
			query := w.count(w.table("staff", l), nil)
			changed := strings.Replace(query, codes.Replace(b.old), codes.Replace(b.by), 1)
			differs := false
			if changed != query {
				there = true
				differs = w.differs(l, changed)
			}
			w.db.Close()
			if differs {
				noticed++
				break
			}
			if seed == 3*lists-1 {
				t.Errorf("%s: nothing differs (the rule is in the query: %v)", b.what, there)
			}
		}
	}
	for _, b := range brokenEvents {
		for seed := range uint64(3 * lists) {
			there := false
			if eventsAgree(t, seed, func(query string) string {
				there = there || strings.Contains(query, b.old)
				return strings.Replace(query, b.old, b.by, 1)
			}) < 0 {
				noticed++
				break
			}
			if seed == 3*lists-1 {
				t.Errorf("%s: nothing differs (the rule is in the query: %v)", b.what, there)
			}
		}
	}
	for _, b := range brokenApplicants {
		for seed := range uint64(3 * lists) {
			there := false
			if applicantsAgree(t, seed, func(query string) string {
				there = there || strings.Contains(query, b.old)
				return strings.Replace(query, b.old, b.by, 1)
			}) < 0 {
				noticed++
				break
			}
			if seed == 3*lists-1 {
				t.Errorf("%s: nothing differs (the rule is in the query: %v)", b.what, there)
			}
		}
	}
	t.Logf("%d of %d broken rules are noticed", noticed, len(broken)+len(brokenEvents)+len(brokenApplicants))
}

// differs reports whether a changed query gives a summary that is not the list's.
func (w *world) differs(l list, changed string) bool {
	counts, err := result(w.db, changed)
	if err != nil {
		w.Fatal(err)
	}
	for _, organisation := range []string{"", "North"} {
		if organisation != "" && !slices.Contains(l.columns, "organisation") {
			continue
		}
		want, _ := w.summary(organisation, map[string][]byte{"staff-list.csv": l.csv()})
		got, _ := w.summary(organisation, map[string][]byte{"workforce.csv": counts})
		if got != want {
			return true
		}
	}
	return false
}
