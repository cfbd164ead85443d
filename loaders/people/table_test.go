package people

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
				if rapid.Bool().Draw(t, "unite") {
					scratch.forget()
					s.unite(&scratch, count)
				}
			}
			for i := range table.shards {
				scratch.forget()
				table.shards[i].unite(&scratch, count)
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
	w := &worker{numbers: labels.Numbers{Seed: maphash.MakeSeed()}, rowCells: rowCells{file: &List{people: &personTable{}, file: &columns.File{}}}}
	people, again := 0, 0
	w.again = func(_ *found, _ model.Year, _, before uint64) uint64 {
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
	w.file.unitePeople(w)
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
	s.unite(&placeIndex{}, func(model.Year, uint64, uint64) uint64 { return 0 })
	for y, want := range map[model.Year]uint64{2023: 2023, 2024: 2023, 2025: 2026, 2021: 2019, 2001: 2019, 2030: 2026} {
		if v, ok := table.find(p, y, same); !ok || v != want {
			t.Errorf("find in %v: %d, %v; want %d", y, v, ok, want)
		}
	}
	if _, ok := table.find(person{hash: 99}, 2024, same); ok {
		t.Error("found a person that is not there")
	}
}
