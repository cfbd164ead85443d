package loaders

import (
	"fmt"
	"hash/maphash"
	"testing"

	"pgregory.net/rapid"

	"wres/loaders/columns"
	"wres/loaders/labels"
	"wres/model"
)

func TestPersonTableAgainstAMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		type key struct {
			p person
			y model.Year
		}
		all, lists := &personTable{}, rapid.IntRange(1, 3).Draw(t, "lists")
		want := map[key]uint64{}
		rows, met, new := 0, 0, 0
		count := func(_ model.Year, _, before uint64) uint64 {
			if met++; before == 0 {
				new++
			}
			return 0
		}
		for range lists {
			var table personTable
			kept := map[key]bool{}
			var scratch placeIndex
			for range rapid.IntRange(0, 12).Draw(t, "pages") {
				page := make(personPage, 0, pageRows)
				shard := rapid.SampledFrom([]uint64{0, 1, 63}).Draw(t, "shard")
				for range rapid.SampledFrom([]int{0, 1, 5, pageRows - 1, pageRows, pageRows}).Draw(t, "rows") {
					// Few hashes, whose high bits are alike: people meet in one place.
					k := key{person{shard<<(64-shardBits) | rapid.Uint64Range(0, 40).Draw(t, "hash")<<rapid.SampledFrom([]int{0, 5, 39}).Draw(t, "shift"), uint16(rapid.IntRange(0, 2).Draw(t, "org"))},
						model.Year(rapid.IntRange(2000, 2003).Draw(t, "year"))}
					v := rapid.Uint64Range(1, 9).Draw(t, "value")
					page = append(page, personSlot{k.p.key(k.y), v})
					want[k], kept[k] = max(want[k], v), true
					rows++
				}
				s := &table.shards[shard]
				s.take(page)
				if rapid.Bool().Draw(t, "settle") {
					scratch.forget()
					s.settle(&scratch, count)
				}
			}
			for i := range table.shards {
				scratch.forget()
				table.shards[i].settle(&scratch, count)
			}
			new -= len(kept)
			all.add(&table, func(_ model.Year, _, before uint64) uint64 {
				if before == 0 {
					new++
				}
				return 0
			})
		}
		n := 0
		for p, row := range all.all() {
			n++
			y, v := row.year(), row.value
			if want[key{p, y}] != v {
				t.Errorf("%v %v: %d; want %d", p, y, v, want[key{p, y}])
			}
			if got, ok := all.find(p, y, func(a, b uint64) bool { return true }); !ok || got < v {
				t.Errorf("find(%v, %v) = %d, %v; want %d", p, y, got, ok, v)
			}
		}
		if n != len(want) || new != n || met != rows {
			t.Errorf("%d people, %d new, %d rows; want %d, %d", n, new, met, len(want), rows)
		}
	})
}

func TestManyPeopleStayApart(t *testing.T) {
	const n, times = 200_000, 5
	w := &worker{numbers: labels.Numbers{Seed: maphash.MakeSeed()}, file: &listFile{people: &personTable{}, file: &columns.File{}}}
	people, again := 0, 0
	w.again = func(_ *worker, _ model.Year, _, before uint64) uint64 {
		if before == 0 {
			people++
		} else {
			again++
		}
		return 0
	}
	most := 0
	for range times {
		for i := range n {
			hash, state := w.numbers.Hash(fmt.Appendf(nil, "%08d", i+1))
			if state != labels.Numbered {
				t.Fatal(i, state)
			}
			w.keep(person{hash: hash}, 2024, uint64(i+1))
		}
		pages := 0
		for i := range w.file.people.shards {
			pages += len(w.file.people.shards[i].pages)
		}
		most = max(most, pages*pageRows)
	}
	w.file.settlePeople(w)
	if people != n || again != (times-1)*n {
		t.Errorf("%d people and %d rows of them again; want %d and %d", people, again, n, (times-1)*n)
	}
	const bytesEach = 48 // of a person, with all their rows: 16 if they had one
	if most*16 > bytesEach*n {
		t.Errorf("%d rows were held of %d people", most, n)
	}
}

func TestFindTakesTheNearestYear(t *testing.T) {
	same := func(a, b uint64) bool { return a == b }
	var table personTable
	p := person{hash: 12345}
	page := make(personPage, 0, pageRows)
	for _, y := range []model.Year{2019, 2023, 2026} {
		page = append(page, personSlot{p.key(y), uint64(y)})
	}
	s := &table.shards[p.shard()]
	s.take(page)
	s.settle(&placeIndex{}, func(model.Year, uint64, uint64) uint64 { return 0 })
	for y, want := range map[model.Year]uint64{2023: 2023, 2024: 2023, 2025: 2026, 2021: 2019, 2001: 2019, 2030: 2026} {
		if v, ok := table.find(p, y, same); !ok || v != want {
			t.Errorf("find in %v: %d, %v; want %d", y, v, ok, want)
		}
	}
	if _, ok := table.find(person{hash: 99}, 2024, same); ok {
		t.Error("found a person that is not there")
	}
}

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
