package loaders

import (
	"fmt"
	"testing"
)

func TestStaffSettingsErrors(t *testing.T) {
	for text, want := range map[string]string{
		"[staff_list]\ncontracts_out = [\"\"]\n":    `wres.toml:2:1: "" is not a contract; give permanent, fixed term, bank, honorary, locum, retainer, non-executive, professional executive committee or widow, or a label as the staff list writes it`,
		"[staff_list]\nstatuses_out = [\" \"]\n":    `wres.toml:2:1: "" is not an assignment status; give acting up, active, career break, internal secondment, maternity, paid secondment, unpaid secondment, suspended without pay, suspended with pay, widow or ended, or a label as the staff list writes it`,
		"[labels.staff_group]\nOdd = \"both\"\n":    `wres.toml:2:1: "both" is not a staff category; give non-clinical, clinical, or medical and dental`,
		"[labels.stage]\nOdd = \"hired\"\n":         `wres.toml:2:1: "hired" is not a stage that counts; give applied, shortlisted or appointed`,
		"[occupation_codes]\nZ = \"odd\"\n":         `wres.toml:2:1: "odd" is not a staff category; give non-clinical, clinical, or medical and dental`,
		"[pay_codes]\nLX05 = \"Band X\"\n":          `wres.toml:2:1: "Band X" is not a band; give under band 1, 1 to 9, 8a to 8d, VSM or a medical grade`,
		"[staff_list]\ncontract_out = [\"bank\"]\n": `wres.toml:2:1: the key "staff_list.contract_out" is not known; the nearest is "staff_list.contracts_out"`,
	} {
		_, _, err := open(t, folder{"d.csv": "year,ethnicity,entered\n2024,White,1\n", "wres.toml": text}, Options{})
		if err == nil || err.Error() != want {
			t.Errorf("%q: %v; want %s", text, err, want)
		}
	}
}

func TestStaffSettings(t *testing.T) {
	f := folder{
		"staff-2024.csv": "Employee Number,Ethnic Origin,Pay Scale,Staff Group,Occupation Code,Job Role\n1,A,LX05,Students,,\n2,A,XR05,,Z2A,\n3,A,XR07,Nursing,,Director of Nursing\n",
		"training.csv":   "Employee Number,Course,Date\n1,Fire safety,2024\n2,Knitting,2024\n",
		"wres.toml": "[labels.staff_group]\nStudents = \"non-clinical\"\n[occupation_codes]\nz2 = \"non-clinical\"\n[pay_codes]\nlx05 = \"4\"\n" +
			"[labels.band]\n\"Director of Nursing\" = \"VSM\"\n[staff_list]\nmandatory_courses = [\"knitting\"]\n",
	}
	org, report, err := open(t, f, Options{})
	if err != nil {
		t.Fatal(err, said(report))
	}
	got := fmt.Sprint(tallies(org.Return(2024)), org.Return(2024).Events["training"].Count.Total())
	if want := "[clinical VSM: 1 0 0 non-clinical 4: 1 0 0 non-clinical 5: 1 0 0] 1"; got != want {
		t.Errorf("%s; want %s; %q", got, want, said(report))
	}
}
