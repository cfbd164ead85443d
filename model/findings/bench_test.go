package findings_test

import (
	"context"
	"testing"

	"wres/loaders"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/testdata/extracts"
)

// BenchmarkOf is to be seen beside BenchmarkCompute: findings are a small part of it.
func BenchmarkOf(b *testing.B) {
	r := results(b)
	for b.Loop() {
		findings.Of(r, 2024, nil)
	}
}

func BenchmarkCompute(b *testing.B) {
	o, _, err := loaders.Open(context.Background(), extracts.FS, loaders.Options{Example: true}, nil)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		indicator.Compute(o)
	}
}

func results(tb testing.TB) *indicator.Results {
	tb.Helper()
	o, _, err := loaders.Open(context.Background(), extracts.FS, loaders.Options{Example: true}, nil)
	if err != nil {
		tb.Fatal(err)
	}
	return indicator.Compute(o)
}
