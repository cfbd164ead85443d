package stats_test

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"

	"wres/model/stats"
)

// reasons are all that may be wrong with what is computed here.
var reasons = []error{
	stats.ErrCounts, stats.ErrLevel, stats.ErrNobodyAtRisk, stats.ErrNoReferenceEvents, stats.ErrNoEvents,
	stats.ErrNoOdds, stats.ErrUntestable, stats.ErrNoSpread, stats.ErrScores, stats.ErrStratumLacksGroup,
	stats.ErrOneStratum, stats.ErrShare, stats.ErrWidth, stats.ErrTarget, stats.ErrUnreachable, stats.ErrPower,
	stats.ErrUndetectable, stats.ErrProbability,
}

func named(err error) bool {
	for _, reason := range reasons {
		if errors.Is(err, reason) {
			return true
		}
	}
	return false
}

// finite gives an error where a float anywhere in a value is no number, or where an
// error in it is none of the reasons.
func finite(v reflect.Value) error {
	if v.Kind() == reflect.Interface && !v.IsNil() {
		if err, is := v.Interface().(error); is {
			if !named(err) {
				return fmt.Errorf("the error %v has no name", err)
			}
			return nil
		}
	}
	switch v.Kind() {
	case reflect.Float64:
		if f := v.Float(); math.IsNaN(f) || math.IsInf(f, 0) {
			return fmt.Errorf("%v", f)
		}
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			return finite(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if err := finite(v.Field(i)); err != nil {
				return fmt.Errorf("%s: %w", v.Type().Field(i).Name, err)
			}
		}
	}
	return nil
}

// edges are the counts that something might fall over.
func edges() []stats.Count {
	out := []stats.Count{count(0, 0), count(-1, 5), count(3, 2), count(0, -1), count(math.MaxInt, math.MaxInt)}
	for _, n := range []int{1, 2, 10, 1_000_000} {
		for _, x := range []int{0, 1, n / 2, n - 1, n} {
			if !slices.Contains(out, count(x, n)) {
				out = append(out, count(x, n))
			}
		}
	}
	return out
}

// TestEdges puts every pair of them into everything, at every level: a value or a
// named reason, never NaN, Inf, a panic or a hang.
func TestEdges(t *testing.T) {
	all := append([]float64{0, 1, -1, math.NaN(), math.Inf(1), 1e-300, 1 - 1e-16, stats.LeastLevel, stats.MostLevel}, levels...)
	values := 0
	for _, a := range edges() {
		for _, b := range edges() {
			values += expectSound(t, a, b, all)
		}
	}
	// A thousand million, the most there may be.
	most := stats.MostAtRisk
	for _, a := range []stats.Count{count(0, most), count(3, most), count(most/3, most), count(most, most)} {
		for _, b := range []stats.Count{count(0, 1), count(2, most), count(most/3-1, most), count(most, most)} {
			values += expectSound(t, a, b, levels[1:3])
		}
	}
	if values < 30_000 {
		t.Errorf("only %d results have a value", values)
	}
}

// expectSound computes everything of two counts and gives how much had a value.
func expectSound(t *testing.T, a, b stats.Count, levels []float64) (values int) {
	t.Helper()
	results := withoutLevel(a, b)
	for _, level := range levels {
		for name, result := range withLevel(a, b, level) {
			results[fmt.Sprintf("%s at %v", name, level)] = result
		}
	}
	for name, result := range results {
		if why := sound(result); why != nil {
			t.Errorf("%s of %v and %v: %v in %+v", name, a, b, why, result)
		}
		if result[len(result)-1] == nil {
			values++
		}
	}
	return values
}

var someCount = count(200, 1000)

func withoutLevel(a, b stats.Count) map[string][]any {
	whole := count(a.Events+b.Events, a.AtRisk+b.AtRisk)
	rows := []stats.Count{a, b, someCount}
	return map[string][]any{
		"Pearson":      call(stats.Pearson(a, b)),
		"N-1":          call(stats.PearsonN1(a, b)),
		"Z":            call(stats.Z(a, b)),
		"Fisher":       call(stats.FisherExact(a, b)),
		"tails":        call3(stats.FisherTails(a, b)),
		"mid-P":        call(stats.MidP(a, b)),
		"Irwin":        call(stats.MidPIrwin(a, b)),
		"share":        call(stats.Proportion(a)),
		"ratio":        call(stats.RiskRatio(a, b)),
		"difference":   call(stats.RiskDifference(a, b)),
		"rest":         call(stats.AgainstRest(a, whole)),
		"part":         call(stats.AgainstRest(a, b)),
		"drawn":        call(stats.DrawnFrom(a, b)),
		"rows":         call(stats.PearsonRows(rows)),
		"trend":        call(stats.CochranArmitage(rows, []float64{1, 2, 4})),
		"standardised": call(stats.Standardised([]stats.Stratum{{A: a, B: b}, {A: someCount, B: someCount}})),
		"parity":       call3(stats.Parity(a, b, 1.25)),
		"bounds":       call(stats.UnknownBounds(a, b, someCount)),
		"few unknown":  call(stats.UnknownBounds(someCount, a, b)),
	}
}

// withLevel uses level for a share and a probability too, where a function takes
// one of those.
func withLevel(a, b stats.Count, level float64) map[string][]any {
	whole := count(a.Events+b.Events, a.AtRisk+b.AtRisk)
	results := map[string][]any{
		"comparison":     call(stats.Compare(a, b, level)),
		"less the whole": call(stats.LessWhole(a, whole, level)),
		"change":         call(stats.RatioOfRatios(a, b, someCount, someCount, level)),
		"odds":           call(stats.Disparity(a.Events, a.AtRisk, b.Events, b.AtRisk, level)),
		"strata":         call(stats.MantelHaenszel([]stats.Stratum{{A: a, B: b}, {A: someCount, B: someCount}}, level)),
		"power":          call(stats.Power(0.3, 0.2, a.AtRisk, b.AtRisk, 1-level)),
		"detectable":     call(stats.DetectableRatio(0.2, a.AtRisk, b.AtRisk, 1-level, 0.9)),
		"funnel":         call3(stats.FunnelLimits(level, a.AtRisk, 2)),
		"quantile":       call(stats.BinomialQuantile(a.AtRisk, 0.3, level)),
	}
	for i, methods := range [][]method{shares, ratios, differences} {
		for _, m := range methods {
			results[fmt.Sprint(m.name, i)] = call(m.compute(a, b, level))
		}
	}
	return results
}

// call and call3 put what a function returns, its error last, into a list.
func call[T any](v T, err error) []any          { return []any{v, err} }
func call3[S, T any](s S, v T, err error) []any { return []any{s, v, err} }

// sound sees that a result is either an error with a name or all finite.
func sound(result []any) error {
	if err, is := result[len(result)-1].(error); is {
		if !named(err) {
			return fmt.Errorf("the error %v has no name", err)
		}
		return nil
	}
	for _, v := range result[:len(result)-1] {
		if err := finite(reflect.ValueOf(v)); err != nil {
			return err
		}
	}
	return nil
}
