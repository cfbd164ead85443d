package stats_test

import (
	"encoding/json"
	"errors"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wres/model/stats"
)

const oracleFolder = "../../testdata/reference/oracle"

// topics are the methods that the reference values cover: how many cases each has,
// and what computes them. Their sum, and the folder, are held against them, so that
// no topic and no case can go missing unseen.
var topics = map[string]struct {
	cases int
	run   func(in oracleIn) values
}{
	"wilson":          {24, func(in oracleIn) values { return limits(stats.Wilson(in.one(), in.Conf)) }},
	"clopper_pearson": {24, func(in oracleIn) values { return limits(stats.ClopperPearson(in.one(), in.Conf)) }},
	"rr_koopman":      {32, func(in oracleIn) values { return limits(stats.Koopman(in.a(), in.b(), in.Conf)) }},
	"rr_mn":           {32, func(in oracleIn) values { return limits(stats.MiettinenNurminenRatio(in.a(), in.b(), in.Conf)) }},
	"rr_katz":         {32, runKatz},
	"rd_newcombe": {32, func(in oracleIn) values {
		diff, err := stats.RiskDifference(in.a(), in.b())
		return limits(stats.Newcombe(in.a(), in.b(), in.Conf)).add("diff", diff.Value, err)
	}},
	"rd_mn":     {31, func(in oracleIn) values { return limits(stats.MiettinenNurminenDifference(in.a(), in.b(), in.Conf)) }},
	"chi2":      {32, runChi2},
	"ztest":     {32, runZ},
	"fisher":    {32, runFisher},
	"midp":      {32, runMidP},
	"hyper":     {15, runHyper},
	"padjust":   {7, runAdjust},
	"bands":     {5, runBands},
	"yoy":       {5, runChange},
	"mh_rr":     {7, runStrata},
	"trend":     {9, runTrend},
	"disparity": {5, runDisparity},
	"funnel":    {7, runFunnel},
	"power":     {3, runPower},
}

// allCases is how many cases the reference has.
const allCases = 398

// probabilities are the fields that are held to a relative tolerance alone, in every
// topic; in "hyper" every field is.
var probabilities = []string{"p", "two_sided", "less", "greater", "central", "irwin", "cmh_p", "n1_p"}

// oracleFile is one topic of the reference. Its README says what the fields are.
type oracleFile struct {
	Topic     string
	Tolerance struct {
		Rel, Abs float64
		P        float64 `json:"p_rel"`
	}
	Cases []struct {
		ID, Tag string
		In      oracleIn
		Out     map[string]list   // numbers as text
		Src     map[string]string // the program behind each
	}
}

// oracleIn holds the inputs of every topic; each uses its own.
type oracleIn struct {
	A, N1, B, N2   int
	X              list
	Sample         list `json:"n"`
	All            int  `json:"N"`
	K              int
	Conf           float64
	ED, Other      []int
	P              []float64
	Score          []float64
	Strata         [][4]int
	Old, New       [4]int
	WU, WL, EU, EL int
	P0, P1, P2     float64
}

func (in oracleIn) a() stats.Count   { return count(in.A, in.N1) }
func (in oracleIn) b() stats.Count   { return count(in.B, in.N2) }
func (in oracleIn) one() stats.Count { return count(int(in.X[0]), int(in.Sample[0])) }

// list is one number or several, as numbers or as text.
type list []float64

func (l *list) UnmarshalJSON(raw []byte) error {
	for _, text := range strings.FieldsFunc(string(raw), func(r rune) bool { return strings.ContainsRune(`[]", `, r) }) {
		v, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return err
		}
		*l = append(*l, v)
	}
	return nil
}

// values are what a case came to, by field. What is undefined is NaN, as in the
// reference.
type values map[string]list

// limits takes an interval: no upper limit is Inf, as in the reference.
func limits(iv stats.Interval, err error) values {
	if iv.NoUpper {
		iv.Upper = math.Inf(1)
	}
	return values{}.add("lower", iv.Lower, err).add("upper", iv.Upper, err)
}

// add puts a field in, as NaN where there was an error.
func (v values) add(field string, value float64, err error) values {
	if err != nil {
		value = math.NaN()
	}
	v[field] = append(v[field], value)
	return v
}

// level95 is 95%, which topics without a level of their own use.
const level95 = 0.95

// TestAgainstOracle compares every method with the values of R, SciPy and
// statsmodels for the same counts.
func TestAgainstOracle(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(oracleFolder, "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	seen, total := map[string]bool{}, 0
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var file oracleFile
		if err := json.Unmarshal(raw, &file); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		seen[file.Topic] = true
		total += len(file.Cases)
		t.Run(file.Topic, func(t *testing.T) { runTopic(t, file) })
	}
	if total != allCases {
		t.Errorf("%d cases of the reference were run, not %d", total, allCases)
	}
	for _, topic := range slices.Sorted(maps.Keys(topics)) {
		if !seen[topic] {
			t.Errorf("the reference has no topic %s", topic)
		}
	}
}

func runTopic(t *testing.T, file oracleFile) {
	topic, known := topics[file.Topic]
	if !known {
		t.Fatal("nothing computes this topic")
	}
	if len(file.Cases) != topic.cases {
		t.Errorf("%d cases, want %d", len(file.Cases), topic.cases)
	}
	for _, c := range file.Cases {
		got := topic.run(c.In)
		if len(c.Out) == 0 || len(c.Src) != len(c.Out) {
			t.Errorf("%s %s: %d values by %d programs", c.ID, c.Tag, len(c.Out), len(c.Src))
		}
		for field, want := range c.Out {
			abs, rel := file.Tolerance.Abs, file.Tolerance.Rel
			if file.Topic == "hyper" || slices.Contains(probabilities, field) {
				abs, rel = 0, file.Tolerance.P
			}
			if len(got[field]) != len(want) {
				t.Errorf("%s %s: %s has %d values, want %d", c.ID, c.Tag, field, len(got[field]), len(want))
				continue
			}
			for i := range want {
				if !agrees(got[field][i], want[i], abs, rel) {
					t.Errorf("%s %s: %s[%d] = %v, want %v by %s", c.ID, c.Tag, field, i, got[field][i], want[i], c.Src[field])
				}
			}
		}
	}
}

// agrees is the pass rule of the reference: |got - want| ≤ abs + rel |want|.
func agrees(got, want, abs, rel float64) bool {
	if math.IsNaN(want) || math.IsInf(want, 0) {
		return math.IsNaN(want) && math.IsNaN(got) || got == want
	}
	return math.Abs(got-want) <= abs+rel*math.Abs(want)
}

func runKatz(in oracleIn) values {
	iv, err := stats.Katz(in.a(), in.b(), in.Conf)
	out := limits(iv, err)
	ratio, err := stats.RiskRatio(in.a(), in.b())
	if errors.Is(err, stats.ErrNoReferenceEvents) && in.A > 0 {
		out.add("rr", math.Inf(1), nil) // what the reference calls infinite has no value here
	} else {
		out.add("rr", ratio.Value, err)
	}
	z, _ := stats.Quantile(in.Conf)
	return out.add("se_log_rr", math.Log(iv.Upper/iv.Lower)/(2*z), nil)
}

func runChi2(in oracleIn) values {
	z, err := stats.Z(in.a(), in.b())
	p, errP := stats.Pearson(in.a(), in.b())
	return values{}.add("chi2", z*z, err).add("p", p, errP)
}

func runZ(in oracleIn) values {
	z, err := stats.Z(in.a(), in.b())
	p, errP := stats.Pearson(in.a(), in.b())
	n1P, errN1 := stats.PearsonN1(in.a(), in.b())
	n := float64(in.N1 + in.N2)
	return values{}.add("z", z, err).add("p", p, errP).add("n1_p", n1P, errN1).
		add("n1_z", z*math.Sqrt((n-1)/n), err)
}

func runFisher(in oracleIn) values {
	p, err := stats.FisherExact(in.a(), in.b())
	less, greater, errTails := stats.FisherTails(in.a(), in.b())
	return values{}.add("two_sided", p, err).add("less", less, errTails).add("greater", greater, errTails)
}

func runMidP(in oracleIn) values {
	central, err := stats.MidP(in.a(), in.b())
	irwin, errIrwin := stats.MidPIrwin(in.a(), in.b())
	return values{}.add("central", central, err).add("irwin", irwin, errIrwin)
}

func runHyper(in oracleIn) values {
	r, err := stats.DrawnFrom(in.one(), count(in.K, in.All))
	return values{}.add("pmf", r.Probability, err).add("lower", r.Lower, err).
		add("upper", r.Upper, err).add("two_sided", r.FisherP, err)
}

func runAdjust(in oracleIn) values {
	return values{"holm": stats.Holm(in.P), "bh": stats.BenjaminiHochberg(in.P), "bonferroni": stats.Bonferroni(in.P)}
}

func runBands(in oracleIn) values {
	var rows []stats.Count
	var whole stats.Count
	for i := range in.ED {
		rows = append(rows, count(in.ED[i], in.ED[i]+in.Other[i]))
		whole.Events += rows[i].Events
		whole.AtRisk += rows[i].AtRisk
	}
	chi, err := stats.PearsonRows(rows)
	out := values{}.add("chi2", chi.Value, err).add("df", float64(chi.DF), err).add("p", chi.P, err)
	for _, row := range rows {
		r, err := stats.AgainstRest(row, whole)
		out.add("stdres", r.Residual, err).add("expected", r.Expected, err)
	}
	return out
}

func runChange(in oracleIn) values {
	c, err := stats.RatioOfRatios(count(in.New[0], in.New[1]), count(in.New[2], in.New[3]),
		count(in.Old[0], in.Old[1]), count(in.Old[2], in.Old[3]), level95)
	if err != nil {
		return values{}
	}
	return limits(*c.Interval, nil).add("ratio", c.Value, nil).add("se_log", c.SELog, nil).
		add("z", c.Z, nil).add("p", c.P, nil)
}

func runStrata(in oracleIn) values {
	var strata []stats.Stratum
	for _, s := range in.Strata {
		strata = append(strata, stats.Stratum{A: count(s[0], s[1]), B: count(s[2], s[3])})
	}
	m, err := stats.MantelHaenszel(strata, level95)
	if err != nil {
		return values{}
	}
	std, err := stats.Standardised(strata)
	if err != nil {
		return values{}
	}
	return limits(*m.Interval, nil).add("rr", m.Value, nil).add("se_log", m.SELog, nil).
		add("z", m.Z, nil).add("p", m.P, nil).
		add("cmh_chi2", m.Association.Value, nil).add("cmh_p", m.Association.P, nil).
		add("std_1", std.A, nil).add("std_2", std.B, nil)
}

func runTrend(in oracleIn) values {
	var rows []stats.Count
	for i := range in.X {
		rows = append(rows, count(int(in.X[i]), int(in.Sample[i])))
	}
	trend, err := stats.CochranArmitage(rows, in.Score)
	return values{}.add("chi2", trend.Z*trend.Z, err).add("p", trend.P, err).add("z", trend.Z, err)
}

func runDisparity(in oracleIn) values {
	o, err := stats.Disparity(in.WU, in.WL, in.EU, in.EL, in.Conf)
	if err != nil {
		return values{}
	}
	return limits(*o.Interval, nil).add("ratio", o.Value, nil).add("se_log", o.SELog, nil).add("p", o.P, nil)
}

func runFunnel(in oracleIn) values {
	out := values{}
	n := int(in.Sample[0])
	for name, level := range map[string]float64{"95": 0.95, "998": 0.998} {
		z, _ := stats.Quantile(level)
		lower, upper, err := stats.NormalLimits(in.P0, n, z)
		out.add("normal_lower"+name, lower, err).add("normal_upper"+name, upper, err)
	}
	for name, p := range map[string]float64{"025": 0.025, "975": 0.975, "001": 0.001, "999": 0.999} {
		q, err := stats.BinomialQuantile(n, in.P0, p)
		out.add("binom_q"+name, float64(q), err)
	}
	return out
}

func runPower(in oracleIn) values {
	p, err := stats.Power(in.P1, in.P2, in.N1, in.N2, 0.05)
	return values{}.add("power", p, err)
}
