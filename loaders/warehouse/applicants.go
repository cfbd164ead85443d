package warehouse

// countApplicants counts who was shortlisted and who of them was appointed, by the parts that
// recruitment is shown in.
func (q *query) countApplicants() {
	t := q.Query.Table
	joined, unmatched := joins(t, prefix)
	shortlisted, appointed := "m_stage", "m_stage"
	if t.has("shortlisted") {
		shortlisted = "m_shortlisted"
	}
	if t.has("appointed") {
		appointed = "m_appointed"
	}
	// Whoever is appointed was shortlisted.
	q.table("wres_placed", `
SELECT COALESCE(m_organisation.org, {blank}) AS org, COALESCE(m_year_label.wres_year, 0) AS wres_year, COALESCE(m_ethnicity.code, {unknown}) AS ethnicity,
  CASE WHEN m_pay_scale.uncertain > 0 THEN m_pay_scale.uncertain WHEN m_grade.uncertain > 0 THEN m_grade.uncertain ELSE COALESCE(m_pay_band.uncertain, 0) END AS band,
  COALESCE(m_staff_group.shown, {blank}) AS staff_group, COALESCE(m_campaign.shown, {blank}) AS campaign, COALESCE(m_internal.word, {blank}) AS word,
  COALESCE(`+appointed+`.is_appointed, 0) AS is_appointed,
  CASE
    WHEN m_ethnicity.is_total = 1 OR m_year_label.is_total = 1 THEN {total}
    WHEN COALESCE(m_year_label.wres_year, 0) = 0 THEN {no year}
    WHEN COALESCE(`+shortlisted+`.is_read, 0) = 0 OR COALESCE(`+appointed+`.is_read, 0) = 0 THEN {no stage}
    WHEN `+shortlisted+`.is_shortlisted = 1 OR `+appointed+`.is_appointed = 1 THEN 0
    ELSE {not shortlisted} END AS reason,
  `+unmatched+` AS unmatched
FROM wres_listed l
`+joined)
	q.table("wres_counted", `
SELECT wres_year, org, band, staff_group, campaign, word, ethnicity, COUNT(*) AS shortlisted, SUM(is_appointed) AS appointed FROM wres_placed
WHERE reason = 0
GROUP BY wres_year, org, band, staff_group, campaign, word, ethnicity`)
	q.table("wres_parts", `SELECT DISTINCT wres_year, org, band, staff_group, campaign, word FROM wres_counted`)
	q.table("wres_all", `
SELECT wres_year, org, band, staff_group, campaign, word, ethnicity, shortlisted, appointed FROM wres_counted
UNION ALL
SELECT p.wres_year, p.org, p.band, p.staff_group, p.campaign, p.word, g.code AS ethnicity, 0 AS shortlisted, 0 AS appointed
FROM wres_parts p CROSS JOIN wres_n_group g
WHERE NOT EXISTS (
  SELECT 1 FROM wres_counted c JOIN wres_n_ethnicity e ON e.code = c.ethnicity
  WHERE c.wres_year = p.wres_year AND c.org = p.org AND c.band = p.band AND c.staff_group = p.staff_group AND c.campaign = p.campaign AND c.word = p.word AND e.grp = g.grp)`)
	q.result([][2]string{{"pay_band", "b.shown"}, {"staff_group", "c.staff_group"}, {"campaign", "c.campaign"}, {"internal", "c.word"}, {"ethnicity", "e.shown"},
		{"shortlisted", "c.shortlisted"}, {"appointed", "c.appointed"}}, "wres_all",
		"JOIN wres_n_band b ON b.code = c.band\nORDER BY c.wres_year, c.org, c.band, c.staff_group, c.campaign, c.word, c.ethnicity")
}
