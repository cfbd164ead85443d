package people

import (
	"cmp"
	"testing"

	"pgregory.net/rapid"

	"wres/loaders/labels"
	"wres/model"
)

// before says the rule in plain words: which of two rows of a person goes before the other.
func before(a, b standing) int {
	yes := func(v bool) int {
		if v {
			return 1
		}
		return 0
	}
	return cmp.Or(
		cmp.Compare(yes(a.primary), yes(b.primary)),
		cmp.Compare(a.fte, b.fte),
		cmp.Compare(labels.BandRank(a.post.Band), labels.BandRank(b.post.Band)),
		cmp.Compare(a.post.Band, b.post.Band),
		cmp.Compare(a.post.Category, b.post.Category),
		cmp.Compare(a.ethnicity, b.ethnicity),
	)
}

// TestPackAgreesWithStanding: the packed value decides as its fields do, gives them back,
// and goes before every row that is left out.
func TestPackAgreesWithStanding(t *testing.T) {
	bands := append(model.Bands(), model.AnyBand, model.OtherMedical, model.TraineeGrade, model.NonConsultantCareerGrade, model.Consultant, model.SeniorMedicalManager)
	random := rapid.Custom(func(t *rapid.T) standing {
		return standing{
			primary: rapid.Bool().Draw(t, "primary"),
			fte:     rapid.SampledFrom([]uint16{0, 1, 500, 1000, 1<<16 - 1}).Draw(t, "fte"),
			post: model.Post{
				Band:     rapid.SampledFrom(bands).Draw(t, "band"),
				Category: rapid.SampledFrom([]model.StaffCategory{model.AnyCategory, model.NonClinical, model.Clinical, model.MedicalAndDental}).Draw(t, "category"),
			},
			ethnicity: rapid.SampledFrom([]model.Ethnicity{model.WhiteBritish, model.Indian, model.WhiteGroup, model.BMEGroup, model.UnknownEthnicity}).Draw(t, "ethnicity"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := random.Draw(t, "a"), random.Draw(t, "b")
		if got, want := cmp.Compare(a.pack(), b.pack()), before(a, b); got != want {
			t.Fatalf("packed %+v is %d beside %+v; want %d", a, got, b, want)
		}
		if post, e, _ := staffOf(a.pack()); post != a.post || e != a.ethnicity {
			t.Fatalf("%+v comes back as %v, %v", a, post, e)
		}
		if leftOutValue(labels.AsOther) >= a.pack() {
			t.Fatalf("a row that is left out goes before %+v", a)
		}
	})
}
