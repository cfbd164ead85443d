-- wres: the labels of a staff list, each with its number of rows (tsql).
SELECT N'organisation' AS field, v.label AS label, COUNT(*) AS row_count
FROM (SELECT COALESCE(CAST(s.[trust] AS nvarchar(4000)), N'') COLLATE Latin1_General_BIN2 AS label FROM [hr].[staff in post] s) v
GROUP BY v.label
UNION ALL
SELECT N'year' AS field, v.label AS label, COUNT(*) AS row_count
FROM (SELECT COALESCE(CAST(s.[year] AS nvarchar(4000)), N'') COLLATE Latin1_General_BIN2 AS label FROM [hr].[staff in post] s) v
GROUP BY v.label
UNION ALL
SELECT N'ethnicity' AS field, v.label AS label, COUNT(*) AS row_count
FROM (SELECT COALESCE(CAST(s.[Ethnic Origin] AS nvarchar(4000)), N'') COLLATE Latin1_General_BIN2 AS label FROM [hr].[staff in post] s) v
GROUP BY v.label
UNION ALL
SELECT N'pay_band' AS field, v.label AS label, COUNT(*) AS row_count
FROM (SELECT COALESCE(CAST(s.[band] AS nvarchar(4000)), N'') COLLATE Latin1_General_BIN2 AS label FROM [hr].[staff in post] s) v
GROUP BY v.label
UNION ALL
SELECT N'staff_group' AS field, v.label AS label, COUNT(*) AS row_count
FROM (SELECT COALESCE(CAST(s.[group] AS nvarchar(4000)), N'') COLLATE Latin1_General_BIN2 AS label FROM [hr].[staff in post] s) v
GROUP BY v.label
UNION ALL
SELECT N'assignment_category' AS field, v.label AS label, COUNT(*) AS row_count
FROM (SELECT COALESCE(CAST(s.[category] AS nvarchar(4000)), N'') COLLATE Latin1_General_BIN2 AS label FROM [hr].[staff in post] s) v
GROUP BY v.label
ORDER BY field, label;

-- wres: a staff list, counted as workforce (tsql).
WITH wres_m_organisation AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.org COLLATE Latin1_General_BIN2 AS org FROM (
VALUES
(N'', N''),
(N'North', N'north'),
(N'north', N'north')
) AS t(label, org)
),
wres_m_year_label AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.wres_year, t.is_total, t.is_taken FROM (
VALUES
(N'', 0, 0, 0),
(N'2024', 2024, 0, 1)
) AS t(label, wres_year, is_total, is_taken)
),
wres_m_ethnicity AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.code, t.is_total, t.is_empty FROM (
VALUES
(N'', 26, 0, 1),
(N'A', 1, 0, 0),
(N'BME', 6, 0, 0),
(N'O''Neill', 27, 0, 0)
) AS t(label, code, is_total, is_empty)
),
wres_m_pay_scale AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.certain, t.uncertain FROM (
VALUES
(N'', 0, 0)
) AS t(label, certain, uncertain)
),
wres_m_grade AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.certain, t.uncertain FROM (
VALUES
(N'', 0, 0)
) AS t(label, certain, uncertain)
),
wres_m_pay_band AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.certain, t.uncertain FROM (
VALUES
(N'', 0, 0),
(N'5', 6, 6),
(N'Consultant', 15, 15)
) AS t(label, certain, uncertain)
),
wres_m_staff_group AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.category FROM (
VALUES
(N'', 0),
(N'Medical and Dental', 3),
(N'Nursing ''x'' \'';-- ' + NCHAR(10) + N' DROP ’', 0)
) AS t(label, category)
),
wres_m_occupation_code AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.category FROM (
VALUES
(N'', 0)
) AS t(label, category)
),
wres_m_job_role AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.category, t.band, t.is_mapped, t.reason FROM (
VALUES
(N'', 0, 0, 0, 0)
) AS t(label, category, band, is_mapped, reason)
),
wres_m_assignment_category AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.reason FROM (
VALUES
(N'', 0),
(N'Bank', 1)
) AS t(label, reason)
),
wres_m_contract_type AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.reason FROM (
VALUES
(N'', 0)
) AS t(label, reason)
),
wres_m_assignment_status AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.reason FROM (
VALUES
(N'', 0)
) AS t(label, reason)
),
wres_m_primary_assignment AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.is_primary FROM (
VALUES
(N'', 0)
) AS t(label, is_primary)
),
wres_m_fte AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.thousandths FROM (
VALUES
(N'', 0)
) AS t(label, thousandths)
),
wres_listed AS (
SELECT COALESCE(CAST(s.[trust] AS nvarchar(4000)), N'') COLLATE Latin1_General_BIN2 AS organisation,
  COALESCE(CAST(s.[year] AS nvarchar(4000)), N'') COLLATE Latin1_General_BIN2 AS year_label,
  COALESCE(CAST(s.[Ethnic Origin] AS nvarchar(4000)), N'') COLLATE Latin1_General_BIN2 AS ethnicity,
  N'' COLLATE Latin1_General_BIN2 AS pay_scale,
  N'' COLLATE Latin1_General_BIN2 AS grade,
  COALESCE(CAST(s.[band] AS nvarchar(4000)), N'') COLLATE Latin1_General_BIN2 AS pay_band,
  COALESCE(CAST(s.[group] AS nvarchar(4000)), N'') COLLATE Latin1_General_BIN2 AS staff_group,
  N'' COLLATE Latin1_General_BIN2 AS occupation_code,
  N'' COLLATE Latin1_General_BIN2 AS job_role,
  COALESCE(CAST(s.[category] AS nvarchar(4000)), N'') COLLATE Latin1_General_BIN2 AS assignment_category,
  N'' COLLATE Latin1_General_BIN2 AS contract_type,
  N'' COLLATE Latin1_General_BIN2 AS assignment_status,
  N'' COLLATE Latin1_General_BIN2 AS primary_assignment,
  N'' COLLATE Latin1_General_BIN2 AS fte,
  LOWER(TRIM(COALESCE(CAST(s.[person] AS nvarchar(4000)), N'') COLLATE Latin1_General_BIN2)) COLLATE Latin1_General_BIN2 AS person
FROM [hr].[staff in post] s
),
wres_n_ethnicity AS (
SELECT t.code, t.shown COLLATE Latin1_General_BIN2 AS shown, t.grp FROM (
VALUES
(0, N'White', 0),
(1, N'White British', 0),
(2, N'White Irish', 0),
(3, N'Gypsy or Irish Traveller', 0),
(4, N'Roma', 0),
(5, N'Any other White background', 0),
(6, N'BME', 1),
(7, N'Mixed or multiple ethnic groups', 1),
(8, N'White and Black Caribbean', 1),
(9, N'White and Black African', 1),
(10, N'White and Asian', 1),
(11, N'Any other mixed background', 1),
(12, N'Asian or Asian British', 1),
(13, N'Indian', 1),
(14, N'Pakistani', 1),
(15, N'Bangladeshi', 1),
(16, N'Chinese', 1),
(17, N'Any other Asian background', 1),
(18, N'Black or Black British', 1),
(19, N'African', 1),
(20, N'Caribbean', 1),
(21, N'Any other Black background', 1),
(22, N'Other ethnic groups', 1),
(23, N'Arab', 1),
(24, N'Any other ethnic group', 1),
(25, N'Not stated', 2),
(26, N'Missing', 2),
(27, N'Unknown', 2)
) AS t(code, shown, grp)
),
wres_n_band AS (
SELECT t.code, t.shown COLLATE Latin1_General_BIN2 AS shown, t.place FROM (
VALUES
(0, N'', 0),
(1, N'under band 1', 1),
(2, N'1', 2),
(3, N'2', 3),
(4, N'3', 4),
(5, N'4', 5),
(6, N'5', 6),
(7, N'6', 7),
(8, N'7', 8),
(9, N'8a', 9),
(10, N'8b', 10),
(11, N'8c', 11),
(12, N'8d', 12),
(13, N'9', 13),
(14, N'VSM', 14),
(15, N'consultant', 18),
(16, N'senior medical manager', 19),
(17, N'non-consultant career grade', 17),
(18, N'trainee grade', 16),
(19, N'other', 15)
) AS t(code, shown, place)
),
wres_n_category AS (
SELECT t.code, t.shown COLLATE Latin1_General_BIN2 AS shown FROM (
VALUES
(0, N''),
(1, N'non-clinical'),
(2, N'clinical'),
(3, N'medical and dental')
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
SELECT t.org COLLATE Latin1_General_BIN2 AS org, t.shown COLLATE Latin1_General_BIN2 AS shown FROM (
VALUES
(N'', N''),
(N'north', N'North')
) AS t(org, shown)
),
wres_told AS (
SELECT l.person, CASE WHEN (l.person LIKE N'%0%' OR l.person LIKE N'%1%' OR l.person LIKE N'%2%' OR l.person LIKE N'%3%' OR l.person LIKE N'%4%' OR l.person LIKE N'%5%' OR l.person LIKE N'%6%' OR l.person LIKE N'%7%' OR l.person LIKE N'%8%' OR l.person LIKE N'%9%') AND REPLACE(REPLACE(l.person, N'0', N''), N'.', N'') <> N'' AND l.person NOT LIKE N'%e+%' THEN 1 ELSE 0 END AS numbered, COALESCE(m_organisation.org, N'') AS org, COALESCE(m_year_label.wres_year, 0) AS wres_year,
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
    WHEN m_ethnicity.is_empty = 1 AND NOT (l.person LIKE N'%0%' OR l.person LIKE N'%1%' OR l.person LIKE N'%2%' OR l.person LIKE N'%3%' OR l.person LIKE N'%4%' OR l.person LIKE N'%5%' OR l.person LIKE N'%6%' OR l.person LIKE N'%7%' OR l.person LIKE N'%8%' OR l.person LIKE N'%9%') AND TRIM(l.pay_scale) = N'' AND TRIM(l.grade) = N'' AND TRIM(l.pay_band) = N''
      AND TRIM(l.staff_group) = N'' AND TRIM(l.occupation_code) = N'' AND TRIM(l.job_role) = N'' THEN 8
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
SELECT c.wres_year AS [year], o.shown AS [organisation], k.shown AS [staff_category], b.shown AS [pay_band], e.shown AS [ethnicity], c.headcount AS [headcount], N'yes' AS [adds_up], N'vb940a487eb0f' AS [vocabulary]
FROM wres_all c
JOIN wres_n_organisation o ON o.org = c.org
JOIN wres_n_ethnicity e ON e.code = c.ethnicity
JOIN wres_n_category k ON k.code = c.category
JOIN wres_n_band b ON b.code = c.band
ORDER BY c.wres_year, c.org, c.category, c.band, c.ethnicity;

-- wres: what became of the rows of a staff list (tsql).
WITH wres_m_organisation AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.org COLLATE Latin1_General_BIN2 AS org FROM (
VALUES
(N'', N''),
(N'North', N'north'),
(N'north', N'north')
) AS t(label, org)
),
wres_m_year_label AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.wres_year, t.is_total, t.is_taken FROM (
VALUES
(N'', 0, 0, 0),
(N'2024', 2024, 0, 1)
) AS t(label, wres_year, is_total, is_taken)
),
wres_m_ethnicity AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.code, t.is_total, t.is_empty FROM (
VALUES
(N'', 26, 0, 1),
(N'A', 1, 0, 0),
(N'BME', 6, 0, 0),
(N'O''Neill', 27, 0, 0)
) AS t(label, code, is_total, is_empty)
),
wres_m_pay_scale AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.certain, t.uncertain FROM (
VALUES
(N'', 0, 0)
) AS t(label, certain, uncertain)
),
wres_m_grade AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.certain, t.uncertain FROM (
VALUES
(N'', 0, 0)
) AS t(label, certain, uncertain)
),
wres_m_pay_band AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.certain, t.uncertain FROM (
VALUES
(N'', 0, 0),
(N'5', 6, 6),
(N'Consultant', 15, 15)
) AS t(label, certain, uncertain)
),
wres_m_staff_group AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.category FROM (
VALUES
(N'', 0),
(N'Medical and Dental', 3),
(N'Nursing ''x'' \'';-- ' + NCHAR(10) + N' DROP ’', 0)
) AS t(label, category)
),
wres_m_occupation_code AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.category FROM (
VALUES
(N'', 0)
) AS t(label, category)
),
wres_m_job_role AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.category, t.band, t.is_mapped, t.reason FROM (
VALUES
(N'', 0, 0, 0, 0)
) AS t(label, category, band, is_mapped, reason)
),
wres_m_assignment_category AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.reason FROM (
VALUES
(N'', 0),
(N'Bank', 1)
) AS t(label, reason)
),
wres_m_contract_type AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.reason FROM (
VALUES
(N'', 0)
) AS t(label, reason)
),
wres_m_assignment_status AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.reason FROM (
VALUES
(N'', 0)
) AS t(label, reason)
),
wres_m_primary_assignment AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.is_primary FROM (
VALUES
(N'', 0)
) AS t(label, is_primary)
),
wres_m_fte AS (
SELECT t.label COLLATE Latin1_General_BIN2 AS label, t.thousandths FROM (
VALUES
(N'', 0)
) AS t(label, thousandths)
),
wres_listed AS (
SELECT COALESCE(CAST(s.[trust] AS nvarchar(4000)), N'') COLLATE Latin1_General_BIN2 AS organisation,
  COALESCE(CAST(s.[year] AS nvarchar(4000)), N'') COLLATE Latin1_General_BIN2 AS year_label,
  COALESCE(CAST(s.[Ethnic Origin] AS nvarchar(4000)), N'') COLLATE Latin1_General_BIN2 AS ethnicity,
  N'' COLLATE Latin1_General_BIN2 AS pay_scale,
  N'' COLLATE Latin1_General_BIN2 AS grade,
  COALESCE(CAST(s.[band] AS nvarchar(4000)), N'') COLLATE Latin1_General_BIN2 AS pay_band,
  COALESCE(CAST(s.[group] AS nvarchar(4000)), N'') COLLATE Latin1_General_BIN2 AS staff_group,
  N'' COLLATE Latin1_General_BIN2 AS occupation_code,
  N'' COLLATE Latin1_General_BIN2 AS job_role,
  COALESCE(CAST(s.[category] AS nvarchar(4000)), N'') COLLATE Latin1_General_BIN2 AS assignment_category,
  N'' COLLATE Latin1_General_BIN2 AS contract_type,
  N'' COLLATE Latin1_General_BIN2 AS assignment_status,
  N'' COLLATE Latin1_General_BIN2 AS primary_assignment,
  N'' COLLATE Latin1_General_BIN2 AS fte,
  LOWER(TRIM(COALESCE(CAST(s.[person] AS nvarchar(4000)), N'') COLLATE Latin1_General_BIN2)) COLLATE Latin1_General_BIN2 AS person
FROM [hr].[staff in post] s
),
wres_n_ethnicity AS (
SELECT t.code, t.shown COLLATE Latin1_General_BIN2 AS shown, t.grp FROM (
VALUES
(0, N'White', 0),
(1, N'White British', 0),
(2, N'White Irish', 0),
(3, N'Gypsy or Irish Traveller', 0),
(4, N'Roma', 0),
(5, N'Any other White background', 0),
(6, N'BME', 1),
(7, N'Mixed or multiple ethnic groups', 1),
(8, N'White and Black Caribbean', 1),
(9, N'White and Black African', 1),
(10, N'White and Asian', 1),
(11, N'Any other mixed background', 1),
(12, N'Asian or Asian British', 1),
(13, N'Indian', 1),
(14, N'Pakistani', 1),
(15, N'Bangladeshi', 1),
(16, N'Chinese', 1),
(17, N'Any other Asian background', 1),
(18, N'Black or Black British', 1),
(19, N'African', 1),
(20, N'Caribbean', 1),
(21, N'Any other Black background', 1),
(22, N'Other ethnic groups', 1),
(23, N'Arab', 1),
(24, N'Any other ethnic group', 1),
(25, N'Not stated', 2),
(26, N'Missing', 2),
(27, N'Unknown', 2)
) AS t(code, shown, grp)
),
wres_n_band AS (
SELECT t.code, t.shown COLLATE Latin1_General_BIN2 AS shown, t.place FROM (
VALUES
(0, N'', 0),
(1, N'under band 1', 1),
(2, N'1', 2),
(3, N'2', 3),
(4, N'3', 4),
(5, N'4', 5),
(6, N'5', 6),
(7, N'6', 7),
(8, N'7', 8),
(9, N'8a', 9),
(10, N'8b', 10),
(11, N'8c', 11),
(12, N'8d', 12),
(13, N'9', 13),
(14, N'VSM', 14),
(15, N'consultant', 18),
(16, N'senior medical manager', 19),
(17, N'non-consultant career grade', 17),
(18, N'trainee grade', 16),
(19, N'other', 15)
) AS t(code, shown, place)
),
wres_n_category AS (
SELECT t.code, t.shown COLLATE Latin1_General_BIN2 AS shown FROM (
VALUES
(0, N''),
(1, N'non-clinical'),
(2, N'clinical'),
(3, N'medical and dental')
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
SELECT t.org COLLATE Latin1_General_BIN2 AS org, t.shown COLLATE Latin1_General_BIN2 AS shown FROM (
VALUES
(N'', N''),
(N'north', N'North')
) AS t(org, shown)
),
wres_told AS (
SELECT l.person, CASE WHEN (l.person LIKE N'%0%' OR l.person LIKE N'%1%' OR l.person LIKE N'%2%' OR l.person LIKE N'%3%' OR l.person LIKE N'%4%' OR l.person LIKE N'%5%' OR l.person LIKE N'%6%' OR l.person LIKE N'%7%' OR l.person LIKE N'%8%' OR l.person LIKE N'%9%') AND REPLACE(REPLACE(l.person, N'0', N''), N'.', N'') <> N'' AND l.person NOT LIKE N'%e+%' THEN 1 ELSE 0 END AS numbered, COALESCE(m_organisation.org, N'') AS org, COALESCE(m_year_label.wres_year, 0) AS wres_year,
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
    WHEN m_ethnicity.is_empty = 1 AND NOT (l.person LIKE N'%0%' OR l.person LIKE N'%1%' OR l.person LIKE N'%2%' OR l.person LIKE N'%3%' OR l.person LIKE N'%4%' OR l.person LIKE N'%5%' OR l.person LIKE N'%6%' OR l.person LIKE N'%7%' OR l.person LIKE N'%8%' OR l.person LIKE N'%9%') AND TRIM(l.pay_scale) = N'' AND TRIM(l.grade) = N'' AND TRIM(l.pay_band) = N''
      AND TRIM(l.staff_group) = N'' AND TRIM(l.occupation_code) = N'' AND TRIM(l.job_role) = N'' THEN 8
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
SELECT t.code, t.word COLLATE Latin1_General_BIN2 AS word FROM (
VALUES
(1, N'bank'),
(2, N'honorary'),
(3, N'non-executive'),
(4, N'other'),
(5, N'total'),
(6, N'no year'),
(7, N'another day'),
(8, N'nobody'),
(9, N'mandatory'),
(10, N'no stage'),
(11, N'not shortlisted'),
(12, N'again in the year'),
(13, N'left out in the staff list')
) AS t(code, word)
),
wres_accounts AS (
SELECT t.wres_year AS wres_year, r.word AS reason, COUNT(*) AS row_count FROM wres_placed t JOIN wres_n_reason r ON r.code = t.reason GROUP BY t.wres_year, r.word
UNION ALL
SELECT t.wres_year AS wres_year, N'second assignment' AS reason, COUNT(*) AS row_count FROM wres_ranked t WHERE t.place > 1 GROUP BY t.wres_year
UNION ALL
SELECT t.wres_year AS wres_year, N'counted' AS reason, COUNT(*) AS row_count FROM wres_people t GROUP BY t.wres_year
)
SELECT CASE WHEN t.wres_year = 0 THEN N'' ELSE CAST(t.wres_year AS nvarchar(4000)) END AS [year], N'workforce' AS [kind], t.reason AS [reason], t.row_count AS [rows], N'vb940a487eb0f' AS [vocabulary] FROM wres_accounts t
UNION ALL
SELECT N'' AS [year], N'workforce' AS [kind], N'label not in the vocabulary' AS [reason], COALESCE(SUM(t.unmatched), 0) AS [rows], N'vb940a487eb0f' AS [vocabulary] FROM wres_placed t
ORDER BY [year], [reason];
