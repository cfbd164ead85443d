package warehouse

import "strings"

// countEvents counts cases or training records: each person once a year, with the ethnicity
// of a row that states one, else that of the staff list.
func (q *query) countEvents() {
	t := q.Query.Table
	q.placeEvents(t)
	q.table("wres_persons", `
SELECT wres_year, org, person, COUNT(*) AS row_count, MAX(CASE WHEN ethnicity IN ({missing}, {unknown}) THEN ethnicity ELSE 100 + ethnicity END) AS best
FROM wres_placed WHERE reason = 0 AND numbered = 1
GROUP BY wres_year, org, person`)
	if q.Staff == nil {
		q.table("wres_asked", `
SELECT wres_year, org, person, 0 AS reason, CASE WHEN best >= 100 THEN best - 100 ELSE {unknown} END AS ethnicity FROM wres_persons`)
	} else {
		q.askStaff()
	}
	q.table("wres_people", `
SELECT wres_year, org, ethnicity FROM wres_asked WHERE reason = 0
UNION ALL
SELECT wres_year, org, ethnicity FROM wres_placed WHERE reason = 0 AND numbered = 0`)
	q.table("wres_counted", `
SELECT wres_year, org, ethnicity, COUNT(*) AS people FROM wres_people
GROUP BY wres_year, org, ethnicity`)
	q.table("wres_years", `SELECT DISTINCT wres_year, org FROM wres_counted`)
	q.table("wres_all", `
SELECT wres_year, org, ethnicity, people FROM wres_counted
UNION ALL
SELECT p.wres_year, p.org, g.code AS ethnicity, 0 AS people
FROM wres_years p CROSS JOIN wres_n_group g
WHERE NOT EXISTS (
  SELECT 1 FROM wres_counted c JOIN wres_n_ethnicity e ON e.code = c.ethnicity
  WHERE c.wres_year = p.wres_year AND c.org = p.org AND e.grp = g.grp)`)
	q.result([][2]string{{"ethnicity", "e.shown"}, {t.Kind.event, "c.people"}}, "wres_all", "ORDER BY c.wres_year, c.org, c.ethnicity")
}

// placeEvents finds the year and the ethnicity of each row, and whether it is counted.
func (q *query) placeEvents(t *Table) {
	joined, unmatched := joins(t, prefix)
	mandatory := ""
	if t.has("course") { // its column says, else the name of the course
		mandatory = `
    WHEN m_mandatory.is_said = 1 AND m_mandatory.is_mandatory = 1 THEN {mandatory}
    WHEN COALESCE(m_mandatory.is_said, 0) = 0 AND m_course.is_mandatory = 1 THEN {mandatory}`
	}
	q.table("wres_placed", `
SELECT l.person, `+q.numbered()+` AS numbered, COALESCE(m_organisation.org, {blank}) AS org, COALESCE(m_year_label.wres_year, 0) AS wres_year,
  COALESCE(m_ethnicity.code, {unknown}) AS ethnicity,
  CASE
    WHEN m_ethnicity.is_total = 1 OR m_year_label.is_total = 1 THEN {total}
    WHEN COALESCE(m_year_label.wres_year, 0) = 0 THEN {no year}`+mandatory+`
    ELSE 0 END AS reason,
  `+unmatched+` AS unmatched
FROM wres_listed l
`+joined)
}

// askStaff looks each person up in the staff list of the nearest year, an earlier one first:
// who is left out there in that year is left out here, and whose ethnicity no row states has
// that of the list. Where two organisations have different people under the number nobody is
// found.
func (q *query) askStaff() {
	q.placeStaff(q.Staff, staffPrefix)
	q.table("wres_staff_years", `
SELECT wres_year, org, person, 1 AS counted, ethnicity, 0 AS reason FROM wres_staff_ranked WHERE place = 1
UNION ALL
SELECT t.wres_year, t.org, t.person, 0 AS counted, 0 AS ethnicity, MAX(t.reason) AS reason FROM wres_staff_placed t
WHERE t.numbered = 1 AND t.reason BETWEEN {bank} AND {other}
  AND NOT EXISTS (SELECT 1 FROM wres_staff_ranked r WHERE r.wres_year = t.wres_year AND r.org = t.org AND r.person = t.person)
GROUP BY t.wres_year, t.org, t.person`)
	q.table("wres_near", `
SELECT e.wres_year, e.org, e.person, s.counted, s.ethnicity, s.reason,
  CASE WHEN s.wres_year <= e.wres_year THEN 2 * (e.wres_year - s.wres_year) ELSE 2 * (s.wres_year - e.wres_year) + 1 END AS far
FROM wres_persons e JOIN wres_staff_years s ON s.person = e.person AND (s.org = e.org OR s.org = {blank} OR e.org = {blank})`)
	q.table("wres_nearest", `SELECT wres_year, org, person, MIN(far) AS far FROM wres_near GROUP BY wres_year, org, person`)
	q.table("wres_found", `
SELECT n.wres_year, n.org, n.person, MAX(n.ethnicity) AS ethnicity, MAX(n.reason) AS reason,
  MIN(100 * n.counted + n.ethnicity) AS lowest, MAX(100 * n.counted + n.ethnicity) AS highest
FROM wres_near n JOIN wres_nearest m ON m.wres_year = n.wres_year AND m.org = n.org AND m.person = n.person AND m.far = n.far
GROUP BY n.wres_year, n.org, n.person`)
	q.table("wres_asked", strings.TrimSpace(`
SELECT p.wres_year, p.org, p.person, COALESCE(f.reason, 0) AS reason,
  CASE WHEN p.best >= 100 THEN p.best - 100 ELSE COALESCE(f.ethnicity, {unknown}) END AS ethnicity
FROM wres_persons p LEFT JOIN wres_found f ON f.wres_year = p.wres_year AND f.org = p.org AND f.person = p.person AND f.lowest = f.highest`))
}
