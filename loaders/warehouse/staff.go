package warehouse

import "strings"

// countStaff counts a staff list by post and ethnicity.
func (q *query) countStaff() {
	q.placeStaff(q.Query.Table, prefix)
	q.table("wres_people", `
SELECT wres_year, org, category, band, ethnicity FROM wres_ranked WHERE place = 1
UNION ALL
SELECT wres_year, org, category, band, ethnicity FROM wres_placed WHERE reason = 0 AND numbered = 0`)
	// Senior medical managers are a part of the consultants: they are counted as both.
	q.table("wres_shown", `
SELECT wres_year, org, category, band, ethnicity FROM wres_people
UNION ALL
SELECT wres_year, org, category, {consultant} AS band, ethnicity FROM wres_people WHERE band = {manager}`)
	q.table("wres_counted", `
SELECT wres_year, org, category, band, ethnicity, COUNT(*) AS headcount FROM wres_shown
GROUP BY wres_year, org, category, band, ethnicity`)
	// A list that names nobody of a group counts nought of it.
	q.table("wres_posts", `SELECT DISTINCT wres_year, org, category, band FROM wres_counted`)
	q.table("wres_all", `
SELECT wres_year, org, category, band, ethnicity, headcount FROM wres_counted
UNION ALL
SELECT p.wres_year, p.org, p.category, p.band, g.code AS ethnicity, 0 AS headcount
FROM wres_posts p CROSS JOIN wres_n_group g
WHERE NOT EXISTS (
  SELECT 1 FROM wres_counted c JOIN wres_n_ethnicity e ON e.code = c.ethnicity
  WHERE c.wres_year = p.wres_year AND c.org = p.org AND c.category = p.category AND c.band = p.band AND e.grp = g.grp)`)
	q.result([][2]string{{"staff_category", "k.shown"}, {"pay_band", "b.shown"}, {"ethnicity", "e.shown"}, {"headcount", "c.headcount"}}, "wres_all",
		"JOIN wres_n_category k ON k.code = c.category\nJOIN wres_n_band b ON b.code = c.band\nORDER BY c.wres_year, c.org, c.category, c.band, c.ethnicity")
}

// placeStaff finds where each row of a staff list is counted and which of a person's counts:
// the rules between columns, and between rows, of the package people.
func (q *query) placeStaff(t *Table, prefix string) {
	own := func(text string) string { return strings.ReplaceAll(text, "{p}", prefix) }
	joined, unmatched := joins(t, prefix)
	q.table(prefix+"told", own(`
SELECT l.person, `+q.numbered()+` AS numbered, COALESCE(m_organisation.org, {blank}) AS org, COALESCE(m_year_label.wres_year, 0) AS wres_year,
  COALESCE(m_ethnicity.code, {unknown}) AS ethnicity,
  CASE WHEN m_staff_group.category > 0 THEN m_staff_group.category WHEN m_occupation_code.category > 0 THEN m_occupation_code.category ELSE COALESCE(m_job_role.category, 0) END AS category,
  CASE WHEN m_pay_scale.certain > 0 THEN m_pay_scale.certain WHEN m_grade.certain > 0 THEN m_grade.certain ELSE COALESCE(m_pay_band.certain, 0) END AS certain,
  CASE WHEN m_pay_scale.uncertain > 0 THEN m_pay_scale.uncertain WHEN m_grade.uncertain > 0 THEN m_grade.uncertain ELSE COALESCE(m_pay_band.uncertain, 0) END AS uncertain,
  COALESCE(m_job_role.band, 0) AS role_band, COALESCE(m_job_role.is_mapped, 0) AS role_mapped,
  COALESCE(m_primary_assignment.is_primary, 0) AS is_primary, COALESCE(m_fte.thousandths, 0) AS fte,
  CASE
    WHEN m_ethnicity.is_total = 1 OR m_year_label.is_total = 1 THEN {total}
    WHEN COALESCE(m_year_label.wres_year, 0) = 0 THEN {no year}
    WHEN m_year_label.is_taken = 0 THEN {other day}
    WHEN m_assignment_category.reason > 0 THEN m_assignment_category.reason
    WHEN m_contract_type.reason > 0 THEN m_contract_type.reason
    WHEN m_job_role.reason > 0 THEN m_job_role.reason
    WHEN m_assignment_status.reason > 0 THEN m_assignment_status.reason
    WHEN m_ethnicity.is_empty = 1 AND NOT `+q.hasDigit()+` AND TRIM(l.pay_scale) = {blank} AND TRIM(l.grade) = {blank} AND TRIM(l.pay_band) = {blank}
      AND TRIM(l.staff_group) = {blank} AND TRIM(l.occupation_code) = {blank} AND TRIM(l.job_role) = {blank} THEN {nobody}
    ELSE 0 END AS reason,
  `+unmatched+` AS unmatched
FROM {p}listed l
`+joined))
	// The job role's band if the settings give it one; else what pay tells, which of a medical
	// director is a consultant's; else the job role's after all. No grade of a
	// doctor is a nurse's: see placed.
	q.table(prefix+"paid", own(`
SELECT t.person, t.numbered, t.org, t.wres_year, t.ethnicity, t.category, t.is_primary, t.fte, t.reason, t.unmatched,
  CASE
    WHEN t.role_mapped = 1 THEN t.role_band
    WHEN CASE WHEN t.category = 0 THEN t.uncertain ELSE t.certain END = {consultant} AND t.role_band = {manager} THEN t.role_band
    WHEN CASE WHEN t.category = 0 THEN t.uncertain ELSE t.certain END > 0 THEN CASE WHEN t.category = 0 THEN t.uncertain ELSE t.certain END
    ELSE t.role_band END AS band
FROM {p}told t`))
	q.table(prefix+"placed", own(`
SELECT t.person, t.numbered, t.org, t.wres_year, t.ethnicity, t.is_primary, t.fte, t.reason, t.unmatched,
  CASE WHEN t.band IN ({medical bands}) AND t.category = 0 THEN {medical} ELSE t.category END AS category,
  CASE WHEN t.band IN ({medical bands}) AND t.category NOT IN (0, {medical}) THEN 0 ELSE t.band END AS band
FROM {p}paid t`))
	q.table(prefix+"ranked", own(`
SELECT t.person, t.org, t.wres_year, t.ethnicity, t.category, t.band,
  ROW_NUMBER() OVER (PARTITION BY t.wres_year, t.org, t.person
    ORDER BY t.is_primary DESC, t.fte DESC, b.place DESC, t.band DESC, t.category DESC, t.ethnicity DESC) AS place
FROM {p}placed t JOIN wres_n_band b ON b.code = t.band
WHERE t.reason = 0 AND t.numbered = 1`))
}
