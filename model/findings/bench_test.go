package findings_test

import (
	"testing"

	"wres/loaders/exampletest"
	"wres/model/findings"
	"wres/model/indicator"
)

// BenchmarkOf is to be seen beside BenchmarkCompute: findings are a small part of it.
func BenchmarkOf(b *testing.B) {
	r := exampletest.Results(b)
	for b.Loop() {
		findings.Of(r, 2024, nil)
	}
}

func BenchmarkCompute(b *testing.B) {
	o, _ := exampletest.Open(b)
	for b.Loop() {
		indicator.Compute(o)
	}
}
