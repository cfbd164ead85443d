-- wres: the labels of a staff list, each with its number of rows (snowflake).
SELECT 'organisation' AS field, v.label AS label, COUNT(*) AS row_count
FROM (SELECT COALESCE(CAST(s."trust" AS VARCHAR), '') AS label FROM "hr"."staff in post" s) v
GROUP BY v.label
UNION ALL
SELECT 'year' AS field, v.label AS label, COUNT(*) AS row_count
FROM (SELECT COALESCE(CAST(s."year" AS VARCHAR), '') AS label FROM "hr"."staff in post" s) v
GROUP BY v.label
UNION ALL
SELECT 'ethnicity' AS field, v.label AS label, COUNT(*) AS row_count
FROM (SELECT COALESCE(CAST(s."Ethnic Origin" AS VARCHAR), '') AS label FROM "hr"."staff in post" s) v
GROUP BY v.label
UNION ALL
SELECT 'pay_band' AS field, v.label AS label, COUNT(*) AS row_count
FROM (SELECT COALESCE(CAST(s."band" AS VARCHAR), '') AS label FROM "hr"."staff in post" s) v
GROUP BY v.label
UNION ALL
SELECT 'staff_group' AS field, v.label AS label, COUNT(*) AS row_count
FROM (SELECT COALESCE(CAST(s."group" AS VARCHAR), '') AS label FROM "hr"."staff in post" s) v
GROUP BY v.label
UNION ALL
SELECT 'assignment_category' AS field, v.label AS label, COUNT(*) AS row_count
FROM (SELECT COALESCE(CAST(s."category" AS VARCHAR), '') AS label FROM "hr"."staff in post" s) v
GROUP BY v.label
ORDER BY field, label;

-- wres: a staff list, counted as workforce (snowflake).
WITH wres_m_organisation AS (
SELECT t.label, t.org FROM (
VALUES
('', ''),
('North', 'north'),
('north', 'north')
) AS t(label, org)
),
wres_m_year_label AS (
SELECT t.label, t.wres_year, t.is_total, t.is_taken FROM (
VALUES
('', 0, 0, 0),
('2024', 2024, 0, 1)
) AS t(label, wres_year, is_total, is_taken)
),
wres_m_ethnicity AS (
SELECT t.label, t.code, t.is_total, t.is_empty FROM (
VALUES
('', 26, 0, 1),
('A', 1, 0, 0),
('BME', 6, 0, 0),
('O''Neill', 27, 0, 0)
) AS t(label, code, is_total, is_empty)
),
wres_m_pay_scale AS (
SELECT t.label, t.certain, t.uncertain FROM (
VALUES
('', 0, 0)
) AS t(label, certain, uncertain)
),
wres_m_grade AS (
SELECT t.label, t.certain, t.uncertain FROM (
VALUES
('', 0, 0)
) AS t(label, certain, uncertain)
),
wres_m_pay_band AS (
SELECT t.label, t.certain, t.uncertain FROM (
VALUES
('', 0, 0),
('5', 6, 6),
('Consultant', 15, 15)
) AS t(label, certain, uncertain)
),
wres_m_staff_group AS (
SELECT t.label, t.category FROM (
VALUES
('', 0),
('Medical and Dental', 3),
('Nursing ''x'' \\'';-- 
 DROP ’', 0)
) AS t(label, category)
),
wres_m_occupation_code AS (
SELECT t.label, t.category FROM (
VALUES
('', 0)
) AS t(label, category)
),
wres_m_job_role AS (
SELECT t.label, t.category, t.band, t.is_mapped, t.reason FROM (
VALUES
('', 0, 0, 0, 0)
) AS t(label, category, band, is_mapped, reason)
),
wres_m_assignment_category AS (
SELECT t.label, t.reason FROM (
VALUES
('', 0),
('Bank', 1)
) AS t(label, reason)
),
wres_m_contract_type AS (
SELECT t.label, t.reason FROM (
VALUES
('', 0)
) AS t(label, reason)
),
wres_m_assignment_status AS (
SELECT t.label, t.reason FROM (
VALUES
('', 0)
) AS t(label, reason)
),
wres_m_primary_assignment AS (
SELECT t.label, t.is_primary FROM (
VALUES
('', 0)
) AS t(label, is_primary)
),
wres_m_fte AS (
SELECT t.label, t.thousandths FROM (
VALUES
('', 0)
) AS t(label, thousandths)
),
wres_listed AS (
SELECT COALESCE(CAST(s."trust" AS VARCHAR), '') AS organisation,
  COALESCE(CAST(s."year" AS VARCHAR), '') AS year_label,
  COALESCE(CAST(s."Ethnic Origin" AS VARCHAR), '') AS ethnicity,
  '' AS pay_scale,
  '' AS grade,
  COALESCE(CAST(s."band" AS VARCHAR), '') AS pay_band,
  COALESCE(CAST(s."group" AS VARCHAR), '') AS staff_group,
  '' AS occupation_code,
  '' AS job_role,
  COALESCE(CAST(s."category" AS VARCHAR), '') AS assignment_category,
  '' AS contract_type,
  '' AS assignment_status,
  '' AS primary_assignment,
  '' AS fte,
  LOWER(TRIM(COALESCE(CAST(s."person" AS VARCHAR), ''))) AS person
FROM "hr"."staff in post" s
),
wres_n_ethnicity AS (
SELECT t.code, t.shown, t.grp FROM (
VALUES
(0, 'White', 0),
(1, 'White British', 0),
(2, 'White Irish', 0),
(3, 'Gypsy or Irish Traveller', 0),
(4, 'Roma', 0),
(5, 'Any other White background', 0),
(6, 'BME', 1),
(7, 'Mixed or multiple ethnic groups', 1),
(8, 'White and Black Caribbean', 1),
(9, 'White and Black African', 1),
(10, 'White and Asian', 1),
(11, 'Any other mixed background', 1),
(12, 'Asian or Asian British', 1),
(13, 'Indian', 1),
(14, 'Pakistani', 1),
(15, 'Bangladeshi', 1),
(16, 'Chinese', 1),
(17, 'Any other Asian background', 1),
(18, 'Black or Black British', 1),
(19, 'African', 1),
(20, 'Caribbean', 1),
(21, 'Any other Black background', 1),
(22, 'Other ethnic groups', 1),
(23, 'Arab', 1),
(24, 'Any other ethnic group', 1),
(25, 'Not stated', 2),
(26, 'Missing', 2),
(27, 'Unknown', 2)
) AS t(code, shown, grp)
),
wres_n_band AS (
SELECT t.code, t.shown, t.place FROM (
VALUES
(0, '', 0),
(1, 'under band 1', 1),
(2, '1', 2),
(3, '2', 3),
(4, '3', 4),
(5, '4', 5),
(6, '5', 6),
(7, '6', 7),
(8, '7', 8),
(9, '8a', 9),
(10, '8b', 10),
(11, '8c', 11),
(12, '8d', 12),
(13, '9', 13),
(14, 'VSM', 14),
(15, 'consultant', 18),
(16, 'senior medical manager', 19),
(17, 'non-consultant career grade', 17),
(18, 'trainee grade', 16),
(19, 'other', 15)
) AS t(code, shown, place)
),
wres_n_category AS (
SELECT t.code, t.shown FROM (
VALUES
(0, ''),
(1, 'non-clinical'),
(2, 'clinical'),
(3, 'medical and dental')
) AS t(code, shown)
),
wres_n_group AS (
SELECT t.grp, t.code FROM (
VALUES
(0, 0),
(1, 6),
(2, 27)
) AS t(grp, code)
),
wres_n_organisation AS (
SELECT t.org, t.shown FROM (
VALUES
('', ''),
('north', 'North')
) AS t(org, shown)
),
wres_told AS (
SELECT l.person, CASE WHEN (l.person LIKE '%0%' OR l.person LIKE '%1%' OR l.person LIKE '%2%' OR l.person LIKE '%3%' OR l.person LIKE '%4%' OR l.person LIKE '%5%' OR l.person LIKE '%6%' OR l.person LIKE '%7%' OR l.person LIKE '%8%' OR l.person LIKE '%9%') AND REPLACE(REPLACE(l.person, '0', ''), '.', '') <> '' AND l.person NOT LIKE '%e+%' THEN 1 ELSE 0 END AS numbered, COALESCE(m_organisation.org, '') AS org, COALESCE(m_year_label.wres_year, 0) AS wres_year,
  COALESCE(m_ethnicity.code, 27) AS ethnicity,
  CASE WHEN m_staff_group.category > 0 THEN m_staff_group.category WHEN m_occupation_code.category > 0 THEN m_occupation_code.category ELSE COALESCE(m_job_role.category, 0) END AS category,
  CASE WHEN m_pay_scale.certain > 0 THEN m_pay_scale.certain WHEN m_grade.certain > 0 THEN m_grade.certain ELSE COALESCE(m_pay_band.certain, 0) END AS certain,
  CASE WHEN m_pay_scale.uncertain > 0 THEN m_pay_scale.uncertain WHEN m_grade.uncertain > 0 THEN m_grade.uncertain ELSE COALESCE(m_pay_band.uncertain, 0) END AS uncertain,
  COALESCE(m_job_role.band, 0) AS role_band, COALESCE(m_job_role.is_mapped, 0) AS role_mapped,
  COALESCE(m_primary_assignment.is_primary, 0) AS is_primary, COALESCE(m_fte.thousandths, 0) AS fte,
  CASE
    WHEN m_ethnicity.is_total = 1 OR m_year_label.is_total = 1 THEN 5
    WHEN COALESCE(m_year_label.wres_year, 0) = 0 THEN 6
    WHEN m_year_label.is_taken = 0 THEN 7
    WHEN m_assignment_category.reason > 0 THEN m_assignment_category.reason
    WHEN m_contract_type.reason > 0 THEN m_contract_type.reason
    WHEN m_job_role.reason > 0 THEN m_job_role.reason
    WHEN m_assignment_status.reason > 0 THEN m_assignment_status.reason
    WHEN m_ethnicity.is_empty = 1 AND NOT (l.person LIKE '%0%' OR l.person LIKE '%1%' OR l.person LIKE '%2%' OR l.person LIKE '%3%' OR l.person LIKE '%4%' OR l.person LIKE '%5%' OR l.person LIKE '%6%' OR l.person LIKE '%7%' OR l.person LIKE '%8%' OR l.person LIKE '%9%') AND TRIM(l.pay_scale) = '' AND TRIM(l.grade) = '' AND TRIM(l.pay_band) = ''
      AND TRIM(l.staff_group) = '' AND TRIM(l.occupation_code) = '' AND TRIM(l.job_role) = '' THEN 8
    ELSE 0 END AS reason,
  CASE WHEN m_organisation.label IS NULL OR m_year_label.label IS NULL OR m_ethnicity.label IS NULL OR m_pay_scale.label IS NULL OR m_grade.label IS NULL OR m_pay_band.label IS NULL OR m_staff_group.label IS NULL OR m_occupation_code.label IS NULL OR m_job_role.label IS NULL OR m_assignment_category.label IS NULL OR m_contract_type.label IS NULL OR m_assignment_status.label IS NULL OR m_primary_assignment.label IS NULL OR m_fte.label IS NULL THEN 1 ELSE 0 END AS unmatched
FROM wres_listed l
LEFT JOIN wres_m_organisation m_organisation ON m_organisation.label = l.organisation
LEFT JOIN wres_m_year_label m_year_label ON m_year_label.label = l.year_label
LEFT JOIN wres_m_ethnicity m_ethnicity ON m_ethnicity.label = l.ethnicity
LEFT JOIN wres_m_pay_scale m_pay_scale ON m_pay_scale.label = l.pay_scale
LEFT JOIN wres_m_grade m_grade ON m_grade.label = l.grade
LEFT JOIN wres_m_pay_band m_pay_band ON m_pay_band.label = l.pay_band
LEFT JOIN wres_m_staff_group m_staff_group ON m_staff_group.label = l.staff_group
LEFT JOIN wres_m_occupation_code m_occupation_code ON m_occupation_code.label = l.occupation_code
LEFT JOIN wres_m_job_role m_job_role ON m_job_role.label = l.job_role
LEFT JOIN wres_m_assignment_category m_assignment_category ON m_assignment_category.label = l.assignment_category
LEFT JOIN wres_m_contract_type m_contract_type ON m_contract_type.label = l.contract_type
LEFT JOIN wres_m_assignment_status m_assignment_status ON m_assignment_status.label = l.assignment_status
LEFT JOIN wres_m_primary_assignment m_primary_assignment ON m_primary_assignment.label = l.primary_assignment
LEFT JOIN wres_m_fte m_fte ON m_fte.label = l.fte
),
wres_paid AS (
SELECT t.person, t.numbered, t.org, t.wres_year, t.ethnicity, t.category, t.is_primary, t.fte, t.reason, t.unmatched,
  CASE
    WHEN t.role_mapped = 1 THEN t.role_band
    WHEN CASE WHEN t.category = 0 THEN t.uncertain ELSE t.certain END = 15 AND t.role_band = 16 THEN t.role_band
    WHEN CASE WHEN t.category = 0 THEN t.uncertain ELSE t.certain END > 0 THEN CASE WHEN t.category = 0 THEN t.uncertain ELSE t.certain END
    ELSE t.role_band END AS band
FROM wres_told t
),
wres_placed AS (
SELECT t.person, t.numbered, t.org, t.wres_year, t.ethnicity, t.is_primary, t.fte, t.reason, t.unmatched,
  CASE WHEN t.band IN (15, 16, 17, 18, 19) AND t.category = 0 THEN 3 ELSE t.category END AS category,
  CASE WHEN t.band IN (15, 16, 17, 18, 19) AND t.category NOT IN (0, 3) THEN 0 ELSE t.band END AS band
FROM wres_paid t
),
wres_ranked AS (
SELECT t.person, t.org, t.wres_year, t.ethnicity, t.category, t.band,
  ROW_NUMBER() OVER (PARTITION BY t.wres_year, t.org, t.person
    ORDER BY t.is_primary DESC, t.fte DESC, b.place DESC, t.band DESC, t.category DESC, t.ethnicity DESC) AS place
FROM wres_placed t JOIN wres_n_band b ON b.code = t.band
WHERE t.reason = 0 AND t.numbered = 1
),
wres_people AS (
SELECT wres_year, org, category, band, ethnicity FROM wres_ranked WHERE place = 1
UNION ALL
SELECT wres_year, org, category, band, ethnicity FROM wres_placed WHERE reason = 0 AND numbered = 0
),
wres_shown AS (
SELECT wres_year, org, category, band, ethnicity FROM wres_people
UNION ALL
SELECT wres_year, org, category, 15 AS band, ethnicity FROM wres_people WHERE band = 16
),
wres_counted AS (
SELECT wres_year, org, category, band, ethnicity, COUNT(*) AS headcount FROM wres_shown
GROUP BY wres_year, org, category, band, ethnicity
),
wres_posts AS (
SELECT DISTINCT wres_year, org, category, band FROM wres_counted
),
wres_all AS (
SELECT wres_year, org, category, band, ethnicity, headcount FROM wres_counted
UNION ALL
SELECT p.wres_year, p.org, p.category, p.band, g.code AS ethnicity, 0 AS headcount
FROM wres_posts p CROSS JOIN wres_n_group g
WHERE NOT EXISTS (
  SELECT 1 FROM wres_counted c JOIN wres_n_ethnicity e ON e.code = c.ethnicity
  WHERE c.wres_year = p.wres_year AND c.org = p.org AND c.category = p.category AND c.band = p.band AND e.grp = g.grp)
)
SELECT c.wres_year AS "year", o.shown AS "organisation", k.shown AS "staff_category", b.shown AS "pay_band", e.shown AS "ethnicity", c.headcount AS "headcount", 'yes' AS "adds_up", 'vb940a487eb0f' AS "vocabulary"
FROM wres_all c
JOIN wres_n_organisation o ON o.org = c.org
JOIN wres_n_ethnicity e ON e.code = c.ethnicity
JOIN wres_n_category k ON k.code = c.category
JOIN wres_n_band b ON b.code = c.band
ORDER BY c.wres_year, c.org, c.category, c.band, c.ethnicity;

-- wres: what became of the rows of a staff list (snowflake).
WITH wres_m_organisation AS (
SELECT t.label, t.org FROM (
VALUES
('', ''),
('North', 'north'),
('north', 'north')
) AS t(label, org)
),
wres_m_year_label AS (
SELECT t.label, t.wres_year, t.is_total, t.is_taken FROM (
VALUES
('', 0, 0, 0),
('2024', 2024, 0, 1)
) AS t(label, wres_year, is_total, is_taken)
),
wres_m_ethnicity AS (
SELECT t.label, t.code, t.is_total, t.is_empty FROM (
VALUES
('', 26, 0, 1),
('A', 1, 0, 0),
('BME', 6, 0, 0),
('O''Neill', 27, 0, 0)
) AS t(label, code, is_total, is_empty)
),
wres_m_pay_scale AS (
SELECT t.label, t.certain, t.uncertain FROM (
VALUES
('', 0, 0)
) AS t(label, certain, uncertain)
),
wres_m_grade AS (
SELECT t.label, t.certain, t.uncertain FROM (
VALUES
('', 0, 0)
) AS t(label, certain, uncertain)
),
wres_m_pay_band AS (
SELECT t.label, t.certain, t.uncertain FROM (
VALUES
('', 0, 0),
('5', 6, 6),
('Consultant', 15, 15)
) AS t(label, certain, uncertain)
),
wres_m_staff_group AS (
SELECT t.label, t.category FROM (
VALUES
('', 0),
('Medical and Dental', 3),
('Nursing ''x'' \\'';-- 
 DROP ’', 0)
) AS t(label, category)
),
wres_m_occupation_code AS (
SELECT t.label, t.category FROM (
VALUES
('', 0)
) AS t(label, category)
),
wres_m_job_role AS (
SELECT t.label, t.category, t.band, t.is_mapped, t.reason FROM (
VALUES
('', 0, 0, 0, 0)
) AS t(label, category, band, is_mapped, reason)
),
wres_m_assignment_category AS (
SELECT t.label, t.reason FROM (
VALUES
('', 0),
('Bank', 1)
) AS t(label, reason)
),
wres_m_contract_type AS (
SELECT t.label, t.reason FROM (
VALUES
('', 0)
) AS t(label, reason)
),
wres_m_assignment_status AS (
SELECT t.label, t.reason FROM (
VALUES
('', 0)
) AS t(label, reason)
),
wres_m_primary_assignment AS (
SELECT t.label, t.is_primary FROM (
VALUES
('', 0)
) AS t(label, is_primary)
),
wres_m_fte AS (
SELECT t.label, t.thousandths FROM (
VALUES
('', 0)
) AS t(label, thousandths)
),
wres_listed AS (
SELECT COALESCE(CAST(s."trust" AS VARCHAR), '') AS organisation,
  COALESCE(CAST(s."year" AS VARCHAR), '') AS year_label,
  COALESCE(CAST(s."Ethnic Origin" AS VARCHAR), '') AS ethnicity,
  '' AS pay_scale,
  '' AS grade,
  COALESCE(CAST(s."band" AS VARCHAR), '') AS pay_band,
  COALESCE(CAST(s."group" AS VARCHAR), '') AS staff_group,
  '' AS occupation_code,
  '' AS job_role,
  COALESCE(CAST(s."category" AS VARCHAR), '') AS assignment_category,
  '' AS contract_type,
  '' AS assignment_status,
  '' AS primary_assignment,
  '' AS fte,
  LOWER(TRIM(COALESCE(CAST(s."person" AS VARCHAR), ''))) AS person
FROM "hr"."staff in post" s
),
wres_n_ethnicity AS (
SELECT t.code, t.shown, t.grp FROM (
VALUES
(0, 'White', 0),
(1, 'White British', 0),
(2, 'White Irish', 0),
(3, 'Gypsy or Irish Traveller', 0),
(4, 'Roma', 0),
(5, 'Any other White background', 0),
(6, 'BME', 1),
(7, 'Mixed or multiple ethnic groups', 1),
(8, 'White and Black Caribbean', 1),
(9, 'White and Black African', 1),
(10, 'White and Asian', 1),
(11, 'Any other mixed background', 1),
(12, 'Asian or Asian British', 1),
(13, 'Indian', 1),
(14, 'Pakistani', 1),
(15, 'Bangladeshi', 1),
(16, 'Chinese', 1),
(17, 'Any other Asian background', 1),
(18, 'Black or Black British', 1),
(19, 'African', 1),
(20, 'Caribbean', 1),
(21, 'Any other Black background', 1),
(22, 'Other ethnic groups', 1),
(23, 'Arab', 1),
(24, 'Any other ethnic group', 1),
(25, 'Not stated', 2),
(26, 'Missing', 2),
(27, 'Unknown', 2)
) AS t(code, shown, grp)
),
wres_n_band AS (
SELECT t.code, t.shown, t.place FROM (
VALUES
(0, '', 0),
(1, 'under band 1', 1),
(2, '1', 2),
(3, '2', 3),
(4, '3', 4),
(5, '4', 5),
(6, '5', 6),
(7, '6', 7),
(8, '7', 8),
(9, '8a', 9),
(10, '8b', 10),
(11, '8c', 11),
(12, '8d', 12),
(13, '9', 13),
(14, 'VSM', 14),
(15, 'consultant', 18),
(16, 'senior medical manager', 19),
(17, 'non-consultant career grade', 17),
(18, 'trainee grade', 16),
(19, 'other', 15)
) AS t(code, shown, place)
),
wres_n_category AS (
SELECT t.code, t.shown FROM (
VALUES
(0, ''),
(1, 'non-clinical'),
(2, 'clinical'),
(3, 'medical and dental')
) AS t(code, shown)
),
wres_n_group AS (
SELECT t.grp, t.code FROM (
VALUES
(0, 0),
(1, 6),
(2, 27)
) AS t(grp, code)
),
wres_n_organisation AS (
SELECT t.org, t.shown FROM (
VALUES
('', ''),
('north', 'North')
) AS t(org, shown)
),
wres_told AS (
SELECT l.person, CASE WHEN (l.person LIKE '%0%' OR l.person LIKE '%1%' OR l.person LIKE '%2%' OR l.person LIKE '%3%' OR l.person LIKE '%4%' OR l.person LIKE '%5%' OR l.person LIKE '%6%' OR l.person LIKE '%7%' OR l.person LIKE '%8%' OR l.person LIKE '%9%') AND REPLACE(REPLACE(l.person, '0', ''), '.', '') <> '' AND l.person NOT LIKE '%e+%' THEN 1 ELSE 0 END AS numbered, COALESCE(m_organisation.org, '') AS org, COALESCE(m_year_label.wres_year, 0) AS wres_year,
  COALESCE(m_ethnicity.code, 27) AS ethnicity,
  CASE WHEN m_staff_group.category > 0 THEN m_staff_group.category WHEN m_occupation_code.category > 0 THEN m_occupation_code.category ELSE COALESCE(m_job_role.category, 0) END AS category,
  CASE WHEN m_pay_scale.certain > 0 THEN m_pay_scale.certain WHEN m_grade.certain > 0 THEN m_grade.certain ELSE COALESCE(m_pay_band.certain, 0) END AS certain,
  CASE WHEN m_pay_scale.uncertain > 0 THEN m_pay_scale.uncertain WHEN m_grade.uncertain > 0 THEN m_grade.uncertain ELSE COALESCE(m_pay_band.uncertain, 0) END AS uncertain,
  COALESCE(m_job_role.band, 0) AS role_band, COALESCE(m_job_role.is_mapped, 0) AS role_mapped,
  COALESCE(m_primary_assignment.is_primary, 0) AS is_primary, COALESCE(m_fte.thousandths, 0) AS fte,
  CASE
    WHEN m_ethnicity.is_total = 1 OR m_year_label.is_total = 1 THEN 5
    WHEN COALESCE(m_year_label.wres_year, 0) = 0 THEN 6
    WHEN m_year_label.is_taken = 0 THEN 7
    WHEN m_assignment_category.reason > 0 THEN m_assignment_category.reason
    WHEN m_contract_type.reason > 0 THEN m_contract_type.reason
    WHEN m_job_role.reason > 0 THEN m_job_role.reason
    WHEN m_assignment_status.reason > 0 THEN m_assignment_status.reason
    WHEN m_ethnicity.is_empty = 1 AND NOT (l.person LIKE '%0%' OR l.person LIKE '%1%' OR l.person LIKE '%2%' OR l.person LIKE '%3%' OR l.person LIKE '%4%' OR l.person LIKE '%5%' OR l.person LIKE '%6%' OR l.person LIKE '%7%' OR l.person LIKE '%8%' OR l.person LIKE '%9%') AND TRIM(l.pay_scale) = '' AND TRIM(l.grade) = '' AND TRIM(l.pay_band) = ''
      AND TRIM(l.staff_group) = '' AND TRIM(l.occupation_code) = '' AND TRIM(l.job_role) = '' THEN 8
    ELSE 0 END AS reason,
  CASE WHEN m_organisation.label IS NULL OR m_year_label.label IS NULL OR m_ethnicity.label IS NULL OR m_pay_scale.label IS NULL OR m_grade.label IS NULL OR m_pay_band.label IS NULL OR m_staff_group.label IS NULL OR m_occupation_code.label IS NULL OR m_job_role.label IS NULL OR m_assignment_category.label IS NULL OR m_contract_type.label IS NULL OR m_assignment_status.label IS NULL OR m_primary_assignment.label IS NULL OR m_fte.label IS NULL THEN 1 ELSE 0 END AS unmatched
FROM wres_listed l
LEFT JOIN wres_m_organisation m_organisation ON m_organisation.label = l.organisation
LEFT JOIN wres_m_year_label m_year_label ON m_year_label.label = l.year_label
LEFT JOIN wres_m_ethnicity m_ethnicity ON m_ethnicity.label = l.ethnicity
LEFT JOIN wres_m_pay_scale m_pay_scale ON m_pay_scale.label = l.pay_scale
LEFT JOIN wres_m_grade m_grade ON m_grade.label = l.grade
LEFT JOIN wres_m_pay_band m_pay_band ON m_pay_band.label = l.pay_band
LEFT JOIN wres_m_staff_group m_staff_group ON m_staff_group.label = l.staff_group
LEFT JOIN wres_m_occupation_code m_occupation_code ON m_occupation_code.label = l.occupation_code
LEFT JOIN wres_m_job_role m_job_role ON m_job_role.label = l.job_role
LEFT JOIN wres_m_assignment_category m_assignment_category ON m_assignment_category.label = l.assignment_category
LEFT JOIN wres_m_contract_type m_contract_type ON m_contract_type.label = l.contract_type
LEFT JOIN wres_m_assignment_status m_assignment_status ON m_assignment_status.label = l.assignment_status
LEFT JOIN wres_m_primary_assignment m_primary_assignment ON m_primary_assignment.label = l.primary_assignment
LEFT JOIN wres_m_fte m_fte ON m_fte.label = l.fte
),
wres_paid AS (
SELECT t.person, t.numbered, t.org, t.wres_year, t.ethnicity, t.category, t.is_primary, t.fte, t.reason, t.unmatched,
  CASE
    WHEN t.role_mapped = 1 THEN t.role_band
    WHEN CASE WHEN t.category = 0 THEN t.uncertain ELSE t.certain END = 15 AND t.role_band = 16 THEN t.role_band
    WHEN CASE WHEN t.category = 0 THEN t.uncertain ELSE t.certain END > 0 THEN CASE WHEN t.category = 0 THEN t.uncertain ELSE t.certain END
    ELSE t.role_band END AS band
FROM wres_told t
),
wres_placed AS (
SELECT t.person, t.numbered, t.org, t.wres_year, t.ethnicity, t.is_primary, t.fte, t.reason, t.unmatched,
  CASE WHEN t.band IN (15, 16, 17, 18, 19) AND t.category = 0 THEN 3 ELSE t.category END AS category,
  CASE WHEN t.band IN (15, 16, 17, 18, 19) AND t.category NOT IN (0, 3) THEN 0 ELSE t.band END AS band
FROM wres_paid t
),
wres_ranked AS (
SELECT t.person, t.org, t.wres_year, t.ethnicity, t.category, t.band,
  ROW_NUMBER() OVER (PARTITION BY t.wres_year, t.org, t.person
    ORDER BY t.is_primary DESC, t.fte DESC, b.place DESC, t.band DESC, t.category DESC, t.ethnicity DESC) AS place
FROM wres_placed t JOIN wres_n_band b ON b.code = t.band
WHERE t.reason = 0 AND t.numbered = 1
),
wres_people AS (
SELECT wres_year, org, category, band, ethnicity FROM wres_ranked WHERE place = 1
UNION ALL
SELECT wres_year, org, category, band, ethnicity FROM wres_placed WHERE reason = 0 AND numbered = 0
),
wres_shown AS (
SELECT wres_year, org, category, band, ethnicity FROM wres_people
UNION ALL
SELECT wres_year, org, category, 15 AS band, ethnicity FROM wres_people WHERE band = 16
),
wres_counted AS (
SELECT wres_year, org, category, band, ethnicity, COUNT(*) AS headcount FROM wres_shown
GROUP BY wres_year, org, category, band, ethnicity
),
wres_posts AS (
SELECT DISTINCT wres_year, org, category, band FROM wres_counted
),
wres_all AS (
SELECT wres_year, org, category, band, ethnicity, headcount FROM wres_counted
UNION ALL
SELECT p.wres_year, p.org, p.category, p.band, g.code AS ethnicity, 0 AS headcount
FROM wres_posts p CROSS JOIN wres_n_group g
WHERE NOT EXISTS (
  SELECT 1 FROM wres_counted c JOIN wres_n_ethnicity e ON e.code = c.ethnicity
  WHERE c.wres_year = p.wres_year AND c.org = p.org AND c.category = p.category AND c.band = p.band AND e.grp = g.grp)
),
wres_n_reason AS (
SELECT t.code, t.word FROM (
VALUES
(1, 'bank'),
(2, 'honorary'),
(3, 'non-executive'),
(4, 'other'),
(5, 'total'),
(6, 'no year'),
(7, 'another day'),
(8, 'nobody'),
(9, 'mandatory'),
(10, 'no stage'),
(11, 'not shortlisted'),
(12, 'again in the year'),
(13, 'left out in the staff list')
) AS t(code, word)
),
wres_accounts AS (
SELECT t.wres_year AS wres_year, r.word AS reason, COUNT(*) AS row_count FROM wres_placed t JOIN wres_n_reason r ON r.code = t.reason GROUP BY t.wres_year, r.word
UNION ALL
SELECT t.wres_year AS wres_year, 'second assignment' AS reason, COUNT(*) AS row_count FROM wres_ranked t WHERE t.place > 1 GROUP BY t.wres_year
UNION ALL
SELECT t.wres_year AS wres_year, 'counted' AS reason, COUNT(*) AS row_count FROM wres_people t GROUP BY t.wres_year
)
SELECT CASE WHEN t.wres_year = 0 THEN '' ELSE CAST(t.wres_year AS VARCHAR) END AS "year", 'workforce' AS "kind", t.reason AS "reason", t.row_count AS "rows", 'vb940a487eb0f' AS "vocabulary" FROM wres_accounts t
UNION ALL
SELECT '' AS "year", 'workforce' AS "kind", 'label not in the vocabulary' AS "reason", COALESCE(SUM(t.unmatched), 0) AS "rows", 'vb940a487eb0f' AS "vocabulary" FROM wres_placed t
ORDER BY "year", "reason";
