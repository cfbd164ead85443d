package personyears

import (
	"fmt"
	"hash/maphash"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"wres/loaders/labels"
	"wres/model"
)

func TestTableAgainstAMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		type key struct {
			p Person
			y model.Year
		}
		all, lists := &Table{}, rapid.IntRange(1, 3).Draw(t, "lists")
		want := map[key]uint64{}
		rows, met, new := 0, 0, 0
		count := func(_ model.Year, _, before uint64) uint64 {
			if met++; before == 0 {
				new++
			}
			return 0
		}
		for range lists {
			var table Table
			kept := map[key]bool{}
			var scratch index
			for range rapid.IntRange(0, 12).Draw(t, "pages") {
				of := make(page, 0, pageRows)
				shard := rapid.SampledFrom([]uint64{0, 1, 63}).Draw(t, "shard")
				for range rapid.SampledFrom([]int{0, 1, 5, pageRows - 1, pageRows, pageRows}).Draw(t, "rows") {
					// Few hashes, whose high bits are alike: people meet in one place.
					k := key{Person{shard<<(64-shardBits) | rapid.Uint64Range(0, 40).Draw(t, "hash")<<rapid.SampledFrom([]int{0, 5, 39}).Draw(t, "shift"), uint16(rapid.IntRange(0, 2).Draw(t, "org"))},
						model.Year(rapid.IntRange(2000, 2003).Draw(t, "year"))}
					v := rapid.Uint64Range(1, 9).Draw(t, "value")
					of = append(of, Row{k.p.key(k.y), v})
					want[k], kept[k] = max(want[k], v), true
					rows++
				}
				s := &table.shards[shard]
				s.take(of)
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
			all.Merge(&table, func(_ model.Year, _, before uint64) uint64 {
				if before == 0 {
					new++
				}
				return 0
			})
		}
		n := 0
		for p, row := range all.All() {
			n++
			y, v := row.Year(), row.Value
			if want[key{p, y}] != v {
				t.Errorf("%v %v: %d; want %d", p, y, v, want[key{p, y}])
			}
			if got, ok := all.Find(p, y, func(a, b uint64) bool { return true }); !ok || got < v {
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
	people, again := 0, 0
	table, numbers := &Table{}, labels.Numbers{Seed: maphash.MakeSeed()}
	adder := table.Adder(func(_ model.Year, _, before uint64) uint64 {
		if before == 0 {
			people++
		} else {
			again++
		}
		return 0
	})
	most := 0
	for range times {
		for i := range n {
			hash, state := numbers.Hash(fmt.Appendf(nil, "%08d", i+1))
			if state != labels.Numbered {
				t.Fatal(i, state)
			}
			adder.Add(Person{Hash: hash}, 2024, uint64(i+1))
		}
		pages := 0
		for i := range table.shards {
			pages += len(table.shards[i].pages)
		}
		most = max(most, pages*pageRows)
	}
	table.Unite(adder)
	if people != n || again != (times-1)*n {
		t.Errorf("%d people and %d rows of them again; want %d and %d", people, again, n, (times-1)*n)
	}
	const bytesEach = 48 // of a person, with all their rows: 16 if they had one
	if most*16 > bytesEach*n {
		t.Errorf("%d rows were held of %d people", most, n)
	}
}

// TestManyAddersAreAsOne: rows dealt out to several goroutines leave the same people, each
// told of as new once, with the mark; so does a table that takes another over.
func TestManyAddersAreAsOne(t *testing.T) {
	const adders, rows, people = 4, 60_000, 9000
	who := func(n int) (Person, model.Year) {
		return Person{Hash: uint64(n%people)<<(64-shardBits) | uint64(n%people), Org: uint16(n % 2)}, 2020 + model.Year(n%3)
	}
	table, taken := &Table{}, &Table{}
	var all []*Adder
	var met, fresh [adders]int
	for i := range adders {
		all = append(all, table.Adder(func(_ model.Year, _, before uint64) uint64 {
			if met[i]++; before == 0 {
				fresh[i]++
			}
			return 1
		}))
	}
	var wait sync.WaitGroup
	for i, a := range all {
		wait.Go(func() {
			for n := i; n < rows; n += adders {
				p, y := who(n)
				a.Add(p, y, uint64(n+1)<<1)
			}
		})
	}
	wait.Wait()
	table.Unite(all...)
	for i := range adders - 1 {
		met[adders-1] += met[i]
		fresh[adders-1] += fresh[i]
	}
	if met[adders-1] != rows || fresh[adders-1] != people {
		t.Errorf("%d rows met, %d of them new; want %d and %d", met[adders-1], fresh[adders-1], rows, people)
	}
	if !taken.Empty() || table.Empty() {
		t.Error("only a table without rows is empty")
	}
	taken.Replace(table)
	type key struct {
		p Person
		y model.Year
	}
	left := map[key]uint64{}
	for n := range rows {
		p, y := who(n)
		left[key{p, y}] = uint64(n+1)<<1 | 1
	}
	for part := range 3 {
		for p, row := range taken.Part(part, 3) {
			if k := (key{p, row.Year()}); left[k] != row.Value {
				t.Fatalf("%v: %d; want %d", k, row.Value, left[k])
			}
			delete(left, key{p, row.Year()})
		}
	}
	if len(left) > 0 {
		t.Errorf("%d people are lost", len(left))
	}
}

func TestFindTakesTheNearestYear(t *testing.T) {
	same := func(a, b uint64) bool { return a == b }
	var table Table
	p := Person{Hash: 12345}
	rows := make(page, 0, pageRows)
	for _, y := range []model.Year{2019, 2023, 2026} {
		rows = append(rows, Row{p.key(y), uint64(y)})
	}
	s := &table.shards[p.shard()]
	s.take(rows)
	s.unite(&index{}, func(model.Year, uint64, uint64) uint64 { return 0 })
	for y, want := range map[model.Year]uint64{2023: 2023, 2024: 2023, 2025: 2026, 2021: 2019, 2001: 2019, 2030: 2026} {
		if v, ok := table.Find(p, y, same); !ok || v != want {
			t.Errorf("find in %v: %d, %v; want %d", y, v, ok, want)
		}
	}
	if _, ok := table.Find(Person{Hash: 99}, 2024, same); ok {
		t.Error("found a person that is not there")
	}
}
