package settings

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model/source"
)

// bom marks a file as UTF-8, without which Excel takes it for Windows-1252.
const bom = "\xef\xbb\xbf"

// Init writes an empty folder of extracts: a CSV with its header for each kind,
// and a wres.toml with every setting in a comment. It makes the folder where
// there is none. It overwrites nothing: where any of its files is there already,
// it writes none and the error names them. It returns the paths written.
func Init(dir string) ([]string, error) {
	files := initFiles()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("make folder: %w", err)
	}
	var there []string
	for _, f := range files {
		switch _, err := os.Lstat(filepath.Join(dir, f.name)); {
		case err == nil:
			there = append(there, f.name)
		case !errors.Is(err, fs.ErrNotExist):
			return nil, fmt.Errorf("look into folder: %w", err)
		}
	}
	if len(there) > 0 {
		return nil, fmt.Errorf("%s: %w: %s; move them away or choose another folder", source.Path(dir), fs.ErrExist, labels.Listed(there, "and"))
	}
	return writeAll(dir, files, false)
}

// Complete writes into a folder which of the files of Init are not there yet, and returns
// their paths. It overwrites nothing.
func Complete(dir string) ([]string, error) { return writeAll(dir, initFiles(), true) }

// writeAll writes files that must not be there yet; those that are there may be passed over.
func writeAll(dir string, files []initFile, passOver bool) (written []string, err error) {
	for _, f := range files {
		path := filepath.Join(dir, f.name)
		switch err := writeNew(path, f.text); {
		case passOver && errors.Is(err, fs.ErrExist):
		case err != nil:
			return written, fmt.Errorf("write %s: %w", f.name, err)
		default:
			written = append(written, path)
		}
	}
	return written, nil
}

// writeNew writes a file that must not be there yet.
func writeNew(path, text string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Close())
}

type initFile struct{ name, text string }

// initFiles are the files of an empty folder.
func initFiles() []initFile {
	var files []initFile
	for _, e := range kinds.Extracts() {
		if e.List != nil || len(e.Init) == 0 {
			continue // a list of people comes out of ESR, and accounts out of a query: nobody types them
		}
		files = append(files, initFile{e.Kind + ".csv", bom + strings.Join(e.Init, ",") + "\r\n"})
	}
	return append(files, initFile{Name, DefaultTOML})
}

// DefaultTOML is the wres.toml that Init writes: every setting in a comment, with the
// value that holds without it.
const DefaultTOML = `# Settings of wres for this folder. Take away the # before a line to use it.
# An unknown key is an error, so that a misspelt one is not overlooked.

# The tables that stand beside it when it is new have a column for each group. Tables
# with a column ethnicity and a row for each group are read as well: wres help data.

# The organisation's name, in reports and on screen.
# organisation = "Example NHS Foundation Trust"

[labels]
# The words that readers see for the groups.
# white = "White"
# bme = "BME"            # or "ethnically diverse", "global majority", …
# unknown = "unknown"

[labels.ethnicity]
# A label of your extracts = White, BME, Unknown, an ONS category or an ESR code.
# "Latin American" = "Any other ethnic group"

[labels.band]
# A label of your extracts = a band: under band 1, 1 to 7, 8a to 8d, 9, VSM, or
# consultant, non-consultant career grade, trainee grade, other.
# A job role may stand here too, and goes before the pay scale:
# "Exec pay" = "VSM"
# "Trust Grade Doctor - Specialty Registrar" = "non-consultant career grade"

[labels.staff_group]
# A staff group = non-clinical, clinical, or medical and dental.
# "Students" = "clinical"
# "Supplementary Roles" = "clinical"

[labels.stage]
# A stage of recruitment = applied, shortlisted or appointed.
# "Offer made" = "appointed"

[columns]
# A header of your extracts = the standard name of the column, or "not used".
# "Banding 2024" = "pay_band"

[thresholds]
# small_count = 5        # a smaller count may identify someone, 3 to 16
# few_events = 5         # where fewer are to be expected in a group, only what is significant is said
# band_headcount = 10    # below this many staff a band shows counts, no percentage
# missing_ethnicity = 10 # percent of a band or directorate without an ethnicity that is noticed

[disclosure]
# survey_respondents = 11   # a survey share of fewer respondents is not shown
# What the publication view hides; "wres help disclosure" explains it.
# method = "hide"           # small counts, and what would tell them; or "round": it rounds the others
# base = 5                  # or 10: to the nearest of it, with "round"; small_count is then 8, if not given
# uniform_row = 10          # a row of fewer people, all of one group, does not show its split
# unknown_total = "show"    # or "protect": staff of unknown ethnicity in a whole staff category
# board = "protect"         # or "show": its members are named in public

[settings]
# level = 0.95           # confidence level of intervals, 0.5 to 0.999
# indicator3_years = 1   # 2: the mean of the year and the one before
# decimals = 1           # decimals of printed percentages, 0 to 3

[screen]
# The theme of the app: "light", "dark", "contrast" (black and white) or "mono" (no
# colour). Without it the terminal's background decides; --theme goes before it.
# theme = "contrast"

[keys]
# A further key of the app = the key whose work it does, by the names of wres help keys.
# Only a key that does nothing yet can be given one: f2 to f12, alt and a letter, …
# "f5" = "P"

# Rules that published guidance does not settle. A list that is given takes the
# place of the default one.

[staff_list]
# Which rows of a staff list are not counted, and which courses are mandatory
# where no column says. A label that a list has of its own, such as "Agency", may
# stand beside the names.
# contracts_out = ["bank", "honorary", "non-executive", "professional executive committee", "widow"]
# statuses_out = ["widow", "ended"]
# in_post_only = false   # true: leave out who left before the day of the count or starts after it
# mandatory_courses = [ "mandatory", "statutory", "fire safety", "moving and handling", "manual handling", "infection prevention", "information governance", "data security", "safeguarding", "resuscitation", "basic life support", "equality, diversity", "equality and diversity", "health, safety", "health and safety", "conflict resolution", "preventing radicalisation", "local induction", "corporate induction" ]

[occupation_codes]
# A beginning of an occupation code = a staff category.
# "G" = "non-clinical"

[pay_codes]
# A beginning of a pay scale code = a band.
# "XR08" = "8a"
# "YC" = "consultant"

[clusters]
# 1 = ["under band 1", "1", "2", "3", "4"]
# 2 = ["5", "6", "7"]
# 3 = ["8a", "8b"]
# 4 = ["8c", "8d", "9", "VSM"]
# 5 = ["consultant"]
# 6 = ["non-consultant career grade"]
# 7 = ["trainee grade"]

[tiers]
# The steps of the race disparity ratio.
# lower = ["under band 1", "1", "2", "3", "4", "5"]
# middle = ["6", "7"]
# upper = ["8a", "8b", "8c", "8d", "9", "VSM"]

# Survey questions whose words changed, so that the years before are not
# comparable. One block for each.
# [[reworded]]
# indicator = "7"
# survey = 2021
# what = "\"don't know\" answers count in the base from the 2021 survey on"
# [[reworded]]
# indicator = "7"
# survey = 2025
# what = "the 2025 survey asks the question in new words"
`
