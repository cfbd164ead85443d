package stats_test

import (
	"testing"

	"wres/model/stats"
)

func BenchmarkKoopman(b *testing.B) {
	for b.Loop() {
		if _, err := stats.Koopman(count(144, 427), count(51, 371), 0.95); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFisherMillion(b *testing.B) {
	for b.Loop() {
		if _, err := stats.FisherExact(count(200_000, 1_000_000), count(199_000, 1_000_000)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCompare(b *testing.B) {
	for b.Loop() {
		if _, err := stats.Compare(count(144, 427), count(51, 371), 0.95); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkClopperPearsonMillion(b *testing.B) {
	for b.Loop() {
		if _, err := stats.ClopperPearson(count(200_000, 1_000_000), 0.95); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMiettinenNurminenDifference(b *testing.B) {
	for b.Loop() {
		if _, err := stats.MiettinenNurminenDifference(count(144, 427), count(51, 371), 0.95); err != nil {
			b.Fatal(err)
		}
	}
}
