package loaders_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
)

// layouts lists the ways of writing: those of one row a group, those of a column a
// group, those with totals, and what stands around a table.
func layouts() []layout {
	return slices.Concat(tidyLayouts(), wideLayouts(), yearLayouts(), totalLayouts(), extraLayouts(), frameLayouts())
}

func tidyLayouts() []layout {
	return []layout{
		{"tidy", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) { return one(c, c.tidy(plainly)), nil }},
		{"tidy, columns in another order", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.tidy(plainly)
			s.swap(r)
			return one(c, s), nil
		}},
		{"tidy, rows in another order", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.tidy(plainly)
			r.Shuffle(len(s.rows), func(i, j int) { s.rows[i], s.rows[j] = s.rows[j], s.rows[i] })
			return one(c, s), nil
		}},
		{"tidy, another word for unknown", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			return one(c, c.tidy(parted{{"White"}, {"BME"}, {pick(r, unknownWords...)}})), nil
		}},
		{"tidy, two words for unknown", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			return one(c, c.tidy(parted{{"White"}, {"BME"}, {"Not stated", pick(r, "No data", "Undeclared", "Unknown")}})), nil
		}},
		{"tidy, categories", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			return one(c, c.tidy(parted{{"White British", "White Irish", "Any other White background"}, {"Indian", "African", "White and Asian"}, {"Not stated"}})), nil
		}},
		{"tidy, ESR codes", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			return one(c, c.tidy(parted{{"A", "CP"}, {"H", "N", "S"}, {"Z"}})), nil
		}},
		{"tidy, codes with labels", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			return one(c, c.tidy(parted{{"A White - British", "B White - Irish"}, {"H Asian or Asian British - Indian"}, {"Z Not Stated"}})), nil
		}},
		{"tidy, high-level groups", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			return one(c, c.tidy(parted{{"White"}, {"Asian", "Black", "Mixed", "Other"}, {"Unknown"}})), nil
		}},
		{"tidy, letters of the groups", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			return one(c, c.tidy(parted{{"W"}, {"A", "B", "M", "O"}, {"U"}})), []string{"code", `"A"`, "letter"}
		}},
		{"tidy, small letters of the groups", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			return one(c, c.tidy(parted{{"w"}, {"a", "b", "m"}, {pick(r, "u", "n", "x", "z")}})), []string{"first letters"}
		}},
		{"tidy, a label of two groups", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			label := pick(r, "White & Other", "White/Asian or Black", "White + BME", "Asian or not stated")
			return one(c, c.tidy(parted{{"White", label}, {"BME"}, {"Unknown"}})), []string{label}
		}},
		{"tidy, no heading known for the count", []string{"workforce", "disciplinary", "training", "board"}, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.tidy(plainly)
			name := pick(r, "Total", "Sum of Headcount", "Count of Employee Number", "No. of people", "Numbers", "How many")
			s.header[len(s.header)-1] = name
			return one(c, s), []string{name}
		}},
		{"tidy, thousands parted", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			for i := range c.rows {
				c.rows[i].groups[0][0] += 1000
			}
			s := c.tidy(plainly)
			at := s.at(c.measures[0])
			for _, row := range s.rows {
				if n := row[at]; len(n) > 3 {
					row[at] = n[:len(n)-3] + "," + n[len(n)-3:]
				}
			}
			return one(c, s), nil
		}},
		{"tidy, a cell withheld", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.tidy(plainly)
			s.rows[r.IntN(len(s.rows))][s.at(c.measures[0])] = pick(r, "<5", "*", "[c]", "..")
			return one(c, s), []string{c.measures[0]}
		}},
		{"tidy, a blank cell", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.tidy(plainly)
			s.rows[r.IntN(len(s.rows))][s.at(c.measures[0])] = ""
			return one(c, s), []string{c.measures[0]}
		}},
		{"tidy, group beside categories", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.tidy(parted{{"White"}, {"Indian", "African", "Chinese"}, {"Unknown"}})
			return one(c, withRow(c, s, "BME", 1)), []string{"BME", "sum", "add up"}
		}},
		{"tidy, the recruitment long", []string{"recruitment"}, longRecruitment},
	}
}

// withRow adds, behind the rows of each place, one of a group as a whole.
func withRow(c *counted, s sheet, label string, group int) sheet {
	for _, row := range c.rows {
		cells := append(append([]string{strconv.Itoa(row.year)}, row.keys...), label)
		for m := range c.measures {
			cells = append(cells, strconv.Itoa(row.groups[m][group]))
		}
		s.rows = append(s.rows, cells)
	}
	return s
}

func longRecruitment(c *counted, r *rand.Rand) (map[string]string, []string) {
	s := sheet{header: append(append([]string{"Year"}, c.keys...), "Ethnic origin", pick(r, "Stage", "Step", "Outcome"), pick(r, "Number", "Applicants", "Total"))}
	for _, row := range c.rows {
		for g, word := range groupWords {
			for m, stage := range []string{"Shortlisted", "Appointed"} {
				s.rows = append(s.rows, append(append([]string{strconv.Itoa(row.year)}, row.keys...), word, stage, strconv.Itoa(row.groups[m][g])))
			}
		}
	}
	return one(c, s), []string{"not used", s.header[len(s.header)-1], s.header[len(s.header)-2]}
}

// byGroupAndCount writes a column for each group and count, in either order of its words.
func byGroupAndCount(c *counted, r *rand.Rand) (map[string]string, []string) {
	s := sheet{header: append([]string{"year"}, c.keys...)}
	countFirst, total := r.IntN(2) == 0, r.IntN(2) == 0
	words := append(slices.Clone(groupWords[:2]), pick(r, unknownWords...))
	if total {
		words = append(words, "Total")
	}
	for _, word := range words {
		for _, measure := range c.measures {
			heading := word + pick(r, " ", " - ", "_") + measure
			if countFirst {
				heading = measure + pick(r, " ", ": ", " (") + word
			}
			s.header = append(s.header, heading)
		}
	}
	for _, row := range c.rows {
		cells := append([]string{strconv.Itoa(row.year)}, row.keys...)
		for g := range words {
			for m := range c.measures {
				if n := row.groups[m]; g < len(groupWords) {
					cells = append(cells, strconv.Itoa(n[g]))
				} else {
					cells = append(cells, strconv.Itoa(n[0]+n[1]+n[2]))
				}
			}
		}
		s.rows = append(s.rows, cells)
	}
	return one(c, s), nil
}

func wideLayouts() []layout {
	return []layout{
		{"wide", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) { return one(c, c.wide(plainly)), nil }},
		{"wide, columns in another order", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.wide(plainly)
			s.swap(r)
			return one(c, s), nil
		}},
		{"wide, headings with words", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			tail := pick(r, " staff", " headcount", " (n)", " count", " number", " no.")
			return one(c, c.wide(parted{{"White" + tail}, {"BME" + tail}, {"Unknown" + tail}})), nil
		}},
		{"wide, another word for unknown", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			word := pick(r, unknownWords...) + pick(r, "", "", " staff", " headcount")
			return one(c, c.wide(parted{{"White"}, {"BME"}, {word}})), nil
		}},
		{"wide, two words for unknown", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			return one(c, c.wide(parted{{"White"}, {"BME"}, {"Not stated", pick(r, "No data", "Undeclared", "Unknown")}})), nil
		}},
		{"wide, categories", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			return one(c, c.wide(parted{{"White British", "White Irish"}, {"Indian", "African", "Any other Asian background"}, {"Not stated"}})), nil
		}},
		{"wide, a category that is not known", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			word := pick(r, "Martian", "Venusian", "Ruritanian")
			c.named = true
			return one(c, c.wide(parted{{"White British", "White Irish"}, {"Indian", "African"}, {word, "Not stated"}})), []string{word}
		}},
		{"wide in groups and counts", []string{"recruitment", "disciplinary", "training"}, byGroupAndCount},
		{"wide, high-level groups", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			return one(c, c.wide(parted{{"White"}, {"Asian", "Black", "Mixed", "Other"}, {"Not known"}})), nil
		}},
		{"wide, letters of the groups", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			return one(c, c.wide(parted{{"W"}, {"A", "B", "M", "O"}, {pick(r, "U", "X", "Z")}})), nil
		}},
		{"wide, other beside the groups", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			word := pick(r, "Other", "Asian", "Chinese", "Black")
			files := one(c, c.wide(parted{{"White"}, {"BME", word}, {"Unknown"}}))
			// There are two readings, unless the category has nobody.
			c.named = slices.ContainsFunc(c.rows, func(row countedRow) bool { return split(row.groups[0][1], 2)[1] > 0 })
			return files, []string{word}
		}},
		{"wide, total last", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			return one(c, withTotal(c.wide(plainly), pick(r, "Total", "Grand total", "All staff"))), nil
		}},
		{"wide, total without the unknown", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := withTotal(c.wide(plainly), "Total")
			at := s.at("Unknown")
			s.header = slices.Delete(s.header, at, at+1)
			for i := range s.rows {
				s.rows[i] = slices.Delete(s.rows[i], at, at+1)
			}
			return one(c, s), []string{"total"}
		}},
		{"wide, percentages beside", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.wide(plainly)
			from := s.at("White")
			for g, word := range groupWords {
				s.column(word+" %", func(i int) string {
					n, _ := strconv.Atoi(s.rows[i][from+g])
					return fmt.Sprintf("%.1f", 100*float64(n)/float64(s.rowSum(i)))
				})
			}
			return one(c, s), nil
		}},
		{"wide, percentages only", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.wide(plainly)
			from := s.at("White")
			for i := range s.rows {
				white := 50 + r.IntN(40)
				unknown := r.IntN(5)
				copy(s.rows[i][from:], []string{strconv.Itoa(white), strconv.Itoa(100 - white - unknown), strconv.Itoa(unknown)})
			}
			if len(s.rows) < 3 {
				return one(c, c.wide(plainly)), nil
			}
			return one(c, s), []string{"percent"}
		}},
		{"wide, a cell withheld", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.wide(plainly)
			s.rows[r.IntN(len(s.rows))][s.at(pick(r, groupWords[:]...))] = pick(r, "<5", "*", "[c]", "..")
			return one(c, s), []string{"withheld", "suppressed", "not a whole number"}
		}},
		{"wide, thousands shift a row", []string{"workforce"}, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.wide(plainly)
			s.column(pick(r, "Comment", "Notes", "Source"), func(int) string { return "" })
			row := s.rows[r.IntN(len(s.rows))]
			from := s.at("White")
			copy(row[from:], []string{"1", "2" + row[from+1][:1] + "4", row[from+1], row[from+2]})
			return one(c, s), []string{"comma", "thousand", "shift"}
		}},
	}
}

// withTotal adds a column that sums each row.
func withTotal(s sheet, name string) sheet {
	s.column(name, func(i int) string { return strconv.Itoa(s.rowSum(i)) })
	return s
}

// rowSum adds up the three groups of a row.
func (s *sheet) rowSum(row int) int {
	sum, from := 0, s.at("White")
	for _, cell := range s.rows[row][from : from+3] {
		n, _ := strconv.Atoi(cell)
		sum += n
	}
	return sum
}

func yearLayouts() []layout {
	headed := func(write func(group string, year int) string) func(*counted, *rand.Rand) (map[string]string, []string) {
		return func(c *counted, r *rand.Rand) (map[string]string, []string) {
			return one(c, c.byYear(write)), []string{"2023", "FY23", "22/23", "FY2023"}
		}
	}
	return []layout{
		{"years behind the groups", []string{"workforce", "board"}, headed(func(g string, y int) string { return fmt.Sprint(g, " ", y) })},
		{"years before the groups", []string{"workforce", "board"}, headed(func(g string, y int) string { return fmt.Sprintf("%d/%d %s", y-1, y%100, g) })},
		{"years as FY", []string{"workforce", "board"}, headed(func(g string, y int) string { return fmt.Sprintf("%s FY%d", g, y%100) })},
		{"one year in another style", []string{"workforce", "board"}, headed(func(g string, y int) string {
			if y == 2024 {
				return fmt.Sprint(g, " ", y)
			}
			return fmt.Sprintf("%s FY%d", g, y%100)
		})},
		{"a file a year", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			files := map[string]string{}
			form := []func(int) string{func(y int) string { return fmt.Sprint(y) }, func(y int) string { return fmt.Sprintf("%d-%d", y-1, y%100) }, func(y int) string { return fmt.Sprintf("March %d", y) }}[r.IntN(3)]
			for _, y := range c.years {
				only := *c
				only.rows = slices.DeleteFunc(slices.Clone(c.rows), func(row countedRow) bool { return row.year != y })
				s := only.wide(plainly)
				s.header = s.header[1:]
				for i := range s.rows {
					s.rows[i] = s.rows[i][1:]
				}
				files[c.kind+" "+form(y)+".csv"] = s.csv(",")
			}
			return files, nil
		}},
		{"a day in place of the year", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.tidy(plainly)
			s.header[0] = "Snapshot date"
			form := pick(r, "31/03/%d", "%d-03-31", "31 March %d", "31-MAR-%d")
			for _, row := range s.rows {
				if strings.HasPrefix(form, "%") {
					row[0] += form[2:]
				} else {
					row[0] = strings.TrimSuffix(form, "%d") + row[0]
				}
			}
			return one(c, s), nil
		}},
		{"several days in one year", []string{"workforce", "board"}, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.tidy(plainly)
			s.header[0] = "Snapshot date"
			at := s.at("headcount")
			var others [][]string
			for _, row := range s.rows {
				other := slices.Clone(row)
				n, _ := strconv.Atoi(row[at])
				row[0] = "31/03/" + row[0]
				y, _ := strconv.Atoi(other[0])
				other[0], other[at] = fmt.Sprintf("30/09/%d", y-1), strconv.Itoa(n+3)
				others = append(others, other)
			}
			s.rows = append(others, s.rows...)
			return one(c, s), nil
		}},
		{"days with the month first", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.tidy(plainly)
			s.header[0] = "Snapshot date"
			for _, row := range s.rows {
				row[0] = pick(r, "03/31/", "3/31/") + row[0]
			}
			return one(c, s), nil
		}},
		{"days of both orders", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.tidy(plainly)
			s.header[0] = "Snapshot date"
			for i, row := range s.rows {
				row[0] = []string{"03/31/", "31/03/"}[i%2] + row[0]
			}
			return one(c, s), []string{"month first"}
		}},
		{"months", []string{"workforce", "board"}, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.wide(plainly)
			s.header[0] = "Month"
			var others [][]string
			for _, row := range s.rows {
				y, _ := strconv.Atoi(row[0])
				other := slices.Clone(row)
				row[0], other[0] = fmt.Sprintf("Mar-%02d", y%100), fmt.Sprintf("Sep-%02d", (y-1)%100)
				n, _ := strconv.Atoi(other[len(other)-1])
				other[len(other)-1] = strconv.Itoa(n + 1)
				others = append(others, other)
			}
			s.rows = append(others, s.rows...)
			return one(c, s), nil
		}},
		{"a file a day", []string{"workforce", "board"}, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			c.rows = slices.DeleteFunc(c.rows, func(row countedRow) bool { return row.year != c.years[0] })
			s := c.wide(plainly)
			s.header = s.header[1:]
			for i := range s.rows {
				s.rows[i] = s.rows[i][1:]
			}
			y := c.years[0]
			files := map[string]string{fmt.Sprintf("%s March %d.csv", c.kind, y): s.csv(",")}
			for _, row := range s.rows {
				n, _ := strconv.Atoi(row[len(row)-1])
				row[len(row)-1] = strconv.Itoa(n + 2)
			}
			files[fmt.Sprintf("%s %s %d.csv", c.kind, pick(r, "Dec", "31 December", "Q3", "30 Sept"), y-1)] = s.csv(",")
			return files, []string{"quarter", "is counted on 2 days"}
		}},
		{"events by month", []string{"recruitment", "disciplinary", "training"}, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.wide(plainly)
			s.header[0] = pick(r, "Month", "Date", "As at")
			months := []string{"30/04/%d", "31/05/%d", "30/06/%d"}
			var rows [][]string
			for _, row := range s.rows {
				y, _ := strconv.Atoi(row[0])
				for m, month := range months {
					part := slices.Clone(row)
					part[0] = fmt.Sprintf(month, y-1)
					for i := len(row) - 3; i < len(row); i++ {
						n, _ := strconv.Atoi(row[i])
						part[i] = strconv.Itoa(split(n, len(months))[m])
					}
					rows = append(rows, part)
				}
			}
			s.rows = rows
			return one(c, s), []string{"more than shortlisted", "percentages"} // they may add up to 100 by chance
		}},
		{"labels of the census and of ESR", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			labels := parted{{"White: English, Welsh, Scottish, Northern Irish or British", pick(r, "White - Polish", "Other White (Romanian)", "White Unspecified", "Roma")},
				{pick(r, "Asian, Asian British or Asian Welsh: Bangladeshi", "Asian/Asian British: Nepalese", "Asian Sri Lankan"), pick(r, "Black - Somali", "Black Unspecified"), pick(r, "Mixed - Black & Asian", "Other Specified")},
				{pick(r, "Prefer not to say", "Ethnicity not recorded", "Does not wish to disclose")}}
			if r.IntN(2) == 0 {
				return one(c, c.tidy(labels)), nil
			}
			return one(c, c.wide(labels)), nil
		}},
		{"bands as scales", []string{"workforce"}, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.tidy(plainly)
			names := map[string]string{"5": "NHS|XR05|Review Body Band 5", "8a": "Band 8 - Range A", "8b": "XR09", "9": "XN12", "VSM": pick(r, "ESM", "Very senior managers"), "4": "AfC: Band 4"}
			for _, row := range s.rows {
				if name := names[row[2]]; name != "" {
					row[2] = name
				}
			}
			return one(c, s), nil
		}},
	}
}

// byYear writes a column for each group and year.
func (c counted) byYear(head func(group string, year int) string) sheet {
	s := sheet{header: slices.Clone(c.keys)}
	for _, y := range c.years {
		for _, g := range groupWords {
			s.header = append(s.header, head(g, y))
		}
	}
	for _, row := range c.rows[:len(c.rows)/len(c.years)] {
		cells := slices.Clone(row.keys)
		for _, y := range c.years {
			for _, other := range c.rows {
				if other.year == y && slices.Equal(other.keys, row.keys) {
					for _, n := range other.groups[0] {
						cells = append(cells, strconv.Itoa(n))
					}
				}
			}
		}
		s.rows = append(s.rows, cells)
	}
	return s
}

// oneYear keeps the table's last year.
func (c *counted) oneYear() {
	c.rows = slices.DeleteFunc(c.rows, func(row countedRow) bool { return row.year != 2024 })
	c.years = []int{2024}
}

func totalLayouts() []layout {
	// total adds, to a wide table of the workforce or a board, a row that sums rows.
	total := func(label func(s *sheet) []string, at func(n int) int) func(*counted, *rand.Rand) (map[string]string, []string) {
		return func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.wide(plainly)
			var rows [][]string
			for _, y := range c.years {
				var of [][]string
				for _, row := range s.rows {
					if row[0] == strconv.Itoa(y) {
						of = append(of, row)
					}
				}
				from := s.at("White")
				sum := append(append([]string{strconv.Itoa(y)}, label(&s)...), s.sums(from, of)...)
				rows = append(rows, slices.Insert(slices.Clone(of), at(len(of)), sum)...)
			}
			s.rows = rows
			return one(c, s), nil
		}
	}
	last := func(n int) int { return n }
	first := func(int) int { return 0 }
	return []layout{
		{"a total under the rows", []string{"workforce", "board"}, total(func(*sheet) []string { return []string{"Total", "Total"} }, last)},
		{"a total above the rows", []string{"workforce"}, total(func(*sheet) []string { return []string{"All staff", "All bands"} }, first)},
		{"a total without a label", []string{"workforce"}, total(func(*sheet) []string { return []string{"", ""} }, last)},
		{"a total under an odd label", []string{"workforce"}, total(func(*sheet) []string { return []string{"Trust", "Everyone in post"} }, last)},
		{"subtotals by category", []string{"workforce"}, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			return one(c, c.subtotals(func(category string) []string { return []string{"Total " + category, ""} }, false)), nil
		}},
		{"subtotals with a blank band", []string{"workforce"}, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			return one(c, c.subtotals(func(category string) []string { return []string{category, ""} }, r.IntN(2) == 0)), nil
		}},
		{"headings in the column of bands", []string{"workforce"}, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.subtotals(func(category string) []string { return []string{category, category} }, true)
			at := s.at("staff_category")
			s.header = slices.Delete(s.header, at, at+1)
			for i := range s.rows {
				s.rows[i] = slices.Delete(s.rows[i], at, at+1)
			}
			return one(c, s), []string{"sum", "twice", "given twice", "heading"}
		}},
		{"a total of unknown ethnicity's place", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.tidy(plainly)
			label := pick(r, "", "Total", "All", "Grand Total")
			for _, row := range c.rows {
				cells := append(append([]string{strconv.Itoa(row.year)}, row.keys...), label)
				for m := range c.measures {
					cells = append(cells, strconv.Itoa(row.groups[m][0]+row.groups[m][1]+row.groups[m][2]))
				}
				s.rows = append(s.rows, cells)
			}
			return one(c, s), []string{"sum", "total"}
		}},
		{"labels once over their rows", []string{"workforce"}, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.wide(plainly)
			above := ""
			for _, row := range s.rows {
				if key := row[0] + row[1]; key == above {
					row[1] = ""
				} else {
					above = key
				}
			}
			return one(c, s), []string{"staff_category"}
		}},
		{"labels of two columns once over their rows", []string{"workforce"}, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.tidy(plainly)
			for i := len(s.rows) - 1; i > 0; i-- {
				for k := range 3 { // year, category and band
					if !slices.Equal(s.rows[i][:k+1], s.rows[i-1][:k+1]) {
						break
					}
					s.rows[i][k] = ""
				}
			}
			return one(c, s), []string{"may be meant"}
		}},
		{"a part under its whole", []string{"workforce"}, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			c.oneYear()
			s := c.wide(plainly)
			from := s.at("White")
			whole := s.rows[0]
			part := slices.Clone(whole)
			part[2] = pick(r, "of which part time", "of which: registered", "including agency")
			for i := from; i < len(part); i++ {
				n, _ := strconv.Atoi(part[i])
				part[i] = strconv.Itoa(n / 2)
			}
			s.rows = slices.Insert(s.rows, 1, part)
			return one(c, s), []string{part[2]}
		}},
	}
}

// subtotals writes, before or behind the rows of each category, one that sums them.
func (c counted) subtotals(label func(category string) []string, before bool) sheet {
	s := c.wide(plainly)
	from := s.at("White")
	var rows [][]string
	for start := 0; start < len(s.rows); {
		end := start
		for end < len(s.rows) && s.rows[end][0] == s.rows[start][0] && s.rows[end][1] == s.rows[start][1] {
			end++
		}
		of := s.rows[start:end]
		sum := append(append([]string{of[0][0]}, label(of[0][1])...), s.sums(from, of)...)
		if before {
			rows = append(append(rows, sum), of...)
		} else {
			rows = append(append(rows, of...), sum)
		}
		start = end
	}
	s.rows = rows
	return s
}

func extraLayouts() []layout {
	// alike writes the table's rows in two halves, under a column that no kind knows.
	alike := func(headings []string, values [2]string) func(*counted, *rand.Rand) (map[string]string, []string) {
		return func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.tidy(plainly)
			name := pick(r, headings...)
			from := s.at(c.measures[0])
			var halves [][]string
			for _, row := range s.rows {
				half := slices.Clone(row)
				for i := from; i < len(row); i++ {
					n, _ := strconv.Atoi(row[i])
					row[i], half[i] = strconv.Itoa(n/2), strconv.Itoa(n-n/2)
				}
				halves = append(halves, append(half, values[1]))
			}
			s.column(name, func(int) string { return values[0] })
			s.rows = append(s.rows, halves...)
			return one(c, s), []string{name}
		}
	}
	return []layout{
		{"tidy, a column of other numbers", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.tidy(plainly)
			name := pick(r, "Leavers", "Vacancies", "Last year", "Posts", "Budget")
			s.column(name, func(int) string { return strconv.Itoa(1 + r.IntN(50)) })
			c.named = true
			return one(c, s), []string{name}
		}},
		{"wide, a column of other numbers", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.wide(plainly)
			name := pick(r, "Leavers", "Vacancies", "Last year", "Posts", "Budget", "FTE")
			s.column(name, func(int) string { return strconv.Itoa(1 + r.IntN(50)) })
			c.named = true
			return one(c, s), []string{name}
		}},
		{"a column of the same text", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.tidy(plainly)
			s.column(pick(r, "Source", "Prepared by", "Status of data"), func(int) string { return "HR" })
			return one(c, s), nil
		}},
		{"rows alike but for sex", nil, alike([]string{"Sex", "Gender"}, [2]string{"Female", "Male"})},
		{"rows alike but for the organisation", nil, alike([]string{"Org Code", "ODS", "Site", "Entity"}, [2]string{"RX1", "RX2"})},
		{"rows alike but for the kind of number", []string{"workforce"}, alike([]string{"Data Type", "Basis"}, [2]string{"Headcount", "FTE"})},
		{"rows alike but for the directorate", []string{"workforce"}, alike([]string{"Directorate", "Division"}, [2]string{"Surgery", "Medicine"})},
		{"two organisations in other bands", []string{"workforce"}, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.wide(plainly)
			name := pick(r, "Org Code", "ODS", "Entity")
			s.column(name, func(i int) string { return []string{"RX1", "RX2"}[i*2/len(s.rows)] })
			c.named = true // there are two readings
			return one(c, s), []string{name}
		}},
	}
}

func frameLayouts() []layout {
	return []layout{
		{"semicolons", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			return map[string]string{c.kind + ".csv": c.wide(plainly).csv(";")}, nil
		}},
		{"semicolons, thousands parted", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			for i := range c.rows {
				c.rows[i].groups[0][0] += 1000
			}
			s := c.wide(plainly)
			for _, row := range s.rows {
				if n := row[s.at("White")]; len(n) > 3 {
					row[s.at("White")] = n[:len(n)-3] + "," + n[len(n)-3:]
				}
			}
			return map[string]string{c.kind + ".csv": s.csv(";")}, []string{"two ways"}
		}},
		{"tabs", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			return map[string]string{c.kind + ".tsv": c.wide(plainly).csv("\t")}, nil
		}},
		{"a title above and notes below", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			return map[string]string{c.kind + ".csv": "WRES return\n\n" + c.tidy(plainly).csv(",") + "\nSource: ESR\n"}, nil
		}},
		{"the column names again", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.wide(plainly)
			s.rows = slices.Insert(s.rows, len(s.rows)/2, slices.Clone(s.header))
			return one(c, s), nil
		}},
		{"the column names again, in another order", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.wide(plainly)
			white, bme := s.at("White"), s.at("BME")
			middle := len(s.rows) / 2
			for _, row := range s.rows[middle:] {
				row[white], row[bme] = row[bme], row[white]
			}
			again := slices.Clone(s.header)
			again[white], again[bme] = again[bme], again[white]
			s.rows = slices.Insert(s.rows, middle, again)
			return one(c, s), []string{"column names"}
		}},
		{"parts of the rows in two files", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			s := c.tidy(plainly)
			cut := len(s.rows) / 2
			return map[string]string{
				c.kind + "-a.csv": sheet{s.header, s.rows[:cut]}.csv(","), c.kind + "-b.csv": sheet{s.header, s.rows[cut:]}.csv(","),
			}, nil
		}},
		{"the same file twice", nil, func(c *counted, r *rand.Rand) (map[string]string, []string) {
			files := one(c, c.tidy(plainly))
			twice := maps.Clone(files)
			for _, text := range files {
				twice[c.kind+" copy.csv"] = text
			}
			return twice, nil
		}},
	}
}
