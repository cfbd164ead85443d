package loaders

import (
	"context"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// BenchmarkOpenStaffList opens lists of staff from the disk: that of a trust, and one
// of a region, of which the two ends alone are held in memory; and row by row. Beside
// the time a row takes it gives its share of what encoding/csv needs to read the rows
// and do nothing with them.
func BenchmarkOpenStaffList(b *testing.B) {
	for _, c := range []struct {
		name    string
		rows    int
		reading way
	}{
		{"20000", 20_000, way{}},
		{"20000/slow", 20_000, way{slow: true, whole: true}},
		{"200000", 200_000, way{}},
		{"200000/workers=1", 200_000, way{workers: 1}},
	} {
		b.Run(c.name, func(b *testing.B) {
			dir := b.TempDir()
			text, _ := staffList(c.rows)
			if err := os.WriteFile(filepath.Join(dir, "esr.csv"), []byte(text), 0o600); err != nil {
				b.Fatal(err)
			}
			fsys := os.DirFS(dir)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			var records time.Duration
			for b.Loop() {
				if _, _, err := openIn(context.Background(), fsys, Options{}, nil, c.reading); err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				records += readRecords(b, text)
				b.StartTimer()
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(c.rows), "ns/row")
			b.ReportMetric(b.Elapsed().Seconds()/records.Seconds(), "of-encoding/csv")
		})
	}
}

// readRecords is how long encoding/csv takes for a text at its best.
func readRecords(b *testing.B, text string) time.Duration {
	b.Helper()
	start := time.Now()
	r := csv.NewReader(strings.NewReader(text))
	r.ReuseRecord = true
	for {
		if _, err := r.Read(); err == io.EOF {
			return time.Since(start)
		} else if err != nil {
			b.Fatal(err)
		}
	}
}
