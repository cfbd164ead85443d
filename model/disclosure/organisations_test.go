package disclosure_test

import (
	"fmt"
	"math"
	"math/rand/v2"

	"wres/model"
)

// maker makes organisations as they could be, from a seed.
type maker struct {
	*rand.Rand
	o          *model.Organisation
	categories []model.StaffCategory
	staff      int
	bme        float64 // share of all staff
	slope      float64 // by which the share falls from the lowest to the highest band
	unknown    float64 // share of unknown ethnicity
	asks       bool    // it counts who is of unknown ethnicity at all
	kinds      bool    // of them it tells who declined from who was never asked
	zeroes     bool    // it writes noughts
	unbanded   float64
	has        struct{ recruitment, disciplinary, training, board, survey, respondents bool }
	own        [2]bool // disciplinary and training have a headcount of their own
	campaigns  int
	internal   bool
	byBand     bool // applicants are counted by band
	seats      int
	splits     int // of the board: 0 both, 1 voting, 2 none
}

// organisation gives the organisation of a seed.
func organisation(seed uint64) *model.Organisation {
	m := &maker{Rand: rand.New(rand.NewPCG(seed, 0x77726573))}
	m.o = &model.Organisation{Name: fmt.Sprint("Organisation ", seed), Settings: model.DefaultSettings()}
	m.choose()
	years := 1 + m.IntN(3)
	for y := 2025 - years; y <= 2024; y++ {
		m.year(m.o.Ensure(model.Year(y)))
		m.staff = max(3, int(float64(m.staff)*(0.95+0.12*m.Float64())))
	}
	return m.o
}

func (m *maker) chance(p float64) bool { return m.Float64() < p }

// choose decides what stays the same from year to year.
func (m *maker) choose() {
	m.staff = int(60 * math.Pow(8000.0/60, m.Float64()))
	switch all := model.StaffCategories(); m.IntN(20) {
	case 0:
		m.categories = []model.StaffCategory{model.AnyCategory}
	case 1:
		m.categories = []model.StaffCategory{model.MedicalAndDental}
	case 2, 3, 4:
		m.categories = all[m.IntN(2):][:1]
	case 5, 6, 7, 8, 9:
		m.categories = all[:2]
	case 10:
		m.categories = all[1:]
	default:
		m.categories = all
	}
	m.bme, m.slope = 0.05+0.4*m.Float64(), 0.9*m.Float64()
	m.unknown = 0.08 * m.Float64()
	if m.chance(0.1) {
		m.unknown = 0
	}
	m.asks, m.kinds, m.zeroes = !m.chance(0.1), m.chance(0.4), m.chance(0.5)
	if m.chance(0.08) {
		m.unbanded = 0.03 * m.Float64()
	}
	m.has.recruitment, m.has.disciplinary, m.has.training = m.chance(0.9), m.chance(0.9), m.chance(0.85)
	m.has.board, m.has.survey, m.has.respondents = m.chance(0.9), m.chance(0.5), m.chance(0.5)
	m.own = [2]bool{m.chance(0.12), m.chance(0.12)}
	if m.chance(0.25) {
		m.campaigns = 1 + m.IntN(3)
	}
	m.internal, m.byBand = m.chance(0.25), m.chance(0.15)
	m.seats = 5 + m.IntN(13)
	if m.chance(0.2) {
		m.splits = 1 + m.IntN(2)
	}
}

func (m *maker) year(ret *model.Return) {
	m.workforce(ret)
	if m.has.recruitment {
		m.recruit(ret)
	}
	if m.has.disciplinary {
		m.event(ret, "disciplinary", 0.001+0.02*m.Float64(), m.own[0])
	}
	if m.has.training {
		m.event(ret, "training", 0.1+0.5*m.Float64(), m.own[1])
	}
	if m.has.board {
		m.board(ret)
	}
	if m.has.survey {
		m.survey(ret)
	}
	if m.chance(0.02) {
		ret.Statuses[[]string{"1", "3", "9"}[m.IntN(3)]] = model.Status{State: model.Withheld, Reason: "under review"}
	}
}

// bandWeights are the shares of staff by band, in hundreds, as they commonly are.
var bandWeights = map[model.StaffCategory]map[model.Band]float64{
	model.NonClinical: {
		model.UnderBand1: 0.3, model.Band1: 0.6, model.Band2: 22, model.Band3: 20, model.Band4: 16, model.Band5: 12, model.Band6: 10, model.Band7: 8,
		model.Band8a: 5, model.Band8b: 3, model.Band8c: 1.8, model.Band8d: 1, model.Band9: 0.6, model.VSM: 0.9,
	},
	model.Clinical: {
		model.Band2: 16, model.Band3: 13, model.Band4: 6, model.Band5: 25, model.Band6: 22, model.Band7: 12,
		model.Band8a: 4.5, model.Band8b: 1.5, model.Band8c: 0.7, model.Band8d: 0.3, model.Band9: 0.1, model.VSM: 0.1,
	},
	model.MedicalAndDental: {model.Consultant: 42, model.NonConsultantCareerGrade: 18, model.TraineeGrade: 34, model.OtherMedical: 6},
}

var categoryWeights = map[model.StaffCategory]float64{model.AnyCategory: 1, model.NonClinical: 0.35, model.Clinical: 0.5, model.MedicalAndDental: 0.15}

// workforce counts the staff of each band.
func (m *maker) workforce(ret *model.Return) {
	sum := 0.0
	for _, c := range m.categories {
		sum += categoryWeights[c]
	}
	for _, c := range m.categories {
		weights := bandWeights[c]
		if c == model.AnyCategory {
			weights = bandWeights[model.NonClinical]
		}
		for _, b := range model.Bands() {
			n := m.about(float64(m.staff) * categoryWeights[c] / sum * weights[b] / 100)
			if n == 0 {
				continue
			}
			post := model.Post{Category: c, Band: b}
			ret.Workforce[post] = m.split(n, m.bmeIn(c, b), m.unknown)
			if b == model.Consultant && m.chance(0.6) {
				some := m.partOf(ret.Workforce[post], 0.08*m.Float64())
				if some.Total() > 0 {
					ret.Workforce[model.Post{Category: c, Band: model.SeniorMedicalManager}] = some
				}
			}
		}
	}
	if n := m.about(m.unbanded * float64(m.staff)); n > 0 {
		ret.Workforce[model.Post{Category: m.categories[0]}] = m.split(n, m.bme, m.unknown)
	}
	if ret.Headcount().Empty() {
		ret.Workforce[model.Post{Category: m.categories[0], Band: model.Consultant}] = m.split(60, m.bme, m.unknown)
	}
}

// bmeIn is the share to be expected in a band.
func (m *maker) bmeIn(c model.StaffCategory, b model.Band) float64 {
	share := m.bme * (1 - m.slope*float64(b)/float64(model.VSM))
	switch {
	case c == model.MedicalAndDental:
		share = m.bme * 1.3
	case c == model.Clinical && b == model.Band5:
		share *= 1.4
	}
	return min(0.9, share*(0.7+0.6*m.Float64()))
}

// about draws a whole number around a mean.
func (m *maker) about(mean float64) int {
	if mean > 40 {
		return int(math.Round(mean + m.NormFloat64()*math.Sqrt(mean)))
	}
	n := 0
	for p := m.Float64(); p > math.Exp(-mean); p *= m.Float64() {
		n++
	}
	return n
}

// drawn draws how many of n people something is true of.
func (m *maker) drawn(n int, p float64) (k int) {
	if mean := float64(n) * p; mean > 50 && float64(n)-mean > 50 {
		return int(math.Round(mean + m.NormFloat64()*math.Sqrt(mean*(1-p))))
	}
	for range n {
		if m.chance(p) {
			k++
		}
	}
	return k
}

// split splits people by group.
func (m *maker) split(n int, bme, unknown float64) model.Tally {
	var t model.Tally
	none := 0
	if m.asks {
		none = m.drawn(n, unknown)
	}
	b := m.drawn(n-none, bme)
	m.add(&t, model.BMEGroup, b)
	m.add(&t, model.WhiteGroup, n-none-b)
	m.addUnknown(&t, none)
	return t
}

func (m *maker) add(t *model.Tally, e model.Ethnicity, n int) {
	if n > 0 || m.zeroes {
		t.Add(e, n)
	}
}

func (m *maker) addUnknown(t *model.Tally, n int) {
	switch {
	case !m.asks:
	case m.kinds:
		declined := m.drawn(n, 0.6)
		m.add(t, model.NotStated, declined)
		m.add(t, model.Missing, n-declined)
	default:
		m.add(t, model.UnknownEthnicity, n)
	}
}

// partOf draws a part of people.
func (m *maker) partOf(of model.Tally, p float64) model.Tally {
	var t model.Tally
	m.add(&t, model.WhiteGroup, m.drawn(of.Group(model.White), p))
	m.add(&t, model.BMEGroup, m.drawn(of.Group(model.BME), p))
	m.addUnknown(&t, m.drawn(of.Group(model.Unknown), p))
	return t
}

// recruit counts applicants, in some organisations by campaign, side or band.
func (m *maker) recruit(ret *model.Return) {
	type cell struct {
		campaign string
		internal model.Answer
		band     model.Band
		share    float64
	}
	cells := []cell{{share: float64(m.staff) * (0.2 + 0.7*m.Float64())}}
	grow := func(by func(cell) []cell) {
		var all []cell
		for _, c := range cells {
			all = append(all, by(c)...)
		}
		cells = all
	}
	all := m.chance(0.3) // every applicant is in a campaign
	grow(func(c cell) (of []cell) {
		rest := 1.0
		for i := range m.campaigns {
			p := rest * m.Float64() * 0.6
			if all && i == m.campaigns-1 {
				p = rest
			}
			rest -= p
			of = append(of, cell{campaign: fmt.Sprint("campaign ", i+1), share: c.share * p})
		}
		return append(of, cell{share: c.share * rest})
	})
	if m.internal {
		said := m.chance(0.6)
		grow(func(c cell) []cell {
			p := 0.05 + 0.4*m.Float64()
			in, out, not := c, c, c
			in.internal, in.share = model.Yes, c.share*p
			out.internal, out.share = model.No, c.share*(1-p)
			if not.share = c.share * 0.05; said {
				not.share = 0
			}
			return []cell{in, out, not}
		})
	}
	if m.byBand {
		grow(func(c cell) []cell {
			low, high := c, c
			low.band, low.share = model.Band5, c.share*0.8
			high.band, high.share = model.Band8a, c.share*0.2
			return []cell{low, high}
		})
	}
	rate := 0.05 + 0.25*m.Float64()
	for _, c := range cells {
		shortlisted := m.split(m.about(c.share), min(0.85, m.bme*(0.8+m.Float64())), m.unknown)
		if shortlisted.Total() > 0 {
			ret.Recruitment = append(ret.Recruitment, model.Recruitment{
				Band: c.band, Campaign: c.campaign, Internal: c.internal, Shortlisted: shortlisted, Appointed: m.partOf(shortlisted, rate),
			})
		}
	}
}

// event counts the staff to whom something happened.
func (m *maker) event(ret *model.Return, extract string, rate float64, own bool) {
	staff := ret.Headcount()
	e := &model.Events{Count: m.partOf(staff, rate)}
	if own {
		e.Headcount = m.partOf(staff, 1)
		if !m.chance(0.3) { // else it is the same number
			e.Headcount = m.partOf(staff, 0.98)
			for _, g := range model.Groups() {
				if more := e.Count.Group(g) - e.Headcount.Group(g); more > 0 {
					e.Headcount.Add(model.GroupEthnicity(g), more)
				}
			}
		}
	}
	if !e.Count.Empty() {
		ret.Events[extract] = e
	}
}

// board counts the members by seat.
func (m *maker) board(ret *model.Return) {
	for i := range m.seats {
		executive, voting := model.No, model.Yes
		if i < m.seats*2/5 {
			executive = model.Yes
		}
		if executive == model.Yes && m.chance(0.3) || m.chance(0.05) {
			voting = model.No
		}
		seat := model.Seat{Voting: voting, Executive: executive}
		switch m.splits {
		case 1:
			seat.Executive = model.NotGiven
		case 2:
			seat = model.Seat{}
		}
		t := ret.Board[seat]
		e := model.WhiteGroup
		if m.chance(0.08) && m.asks {
			e = model.UnknownEthnicity
		} else if m.chance(m.bme * 0.6) {
			e = model.BMEGroup
		}
		t.Add(e, 1)
		ret.Board[seat] = t
	}
	if m.chance(0.8) {
		for seat, t := range ret.Board {
			for _, g := range model.Groups() {
				if m.asks || g != model.Unknown {
					t.Add(model.GroupEthnicity(g), 0)
				}
			}
			ret.Board[seat] = t
		}
	}
}

// survey gives shares of answers, in some organisations with how many answered.
func (m *maker) survey(ret *model.Return) {
	for _, id := range []string{"5", "6", "7", "8"} {
		for _, g := range []model.Group{model.White, model.BME} {
			a := model.SurveyAnswer{Share: math.Round(1000*(0.05+0.5*m.Float64())) / 1000}
			if m.has.respondents {
				a.Respondents = 1 + m.drawn(ret.Headcount().Group(g), 0.1+0.4*m.Float64())
			}
			ret.Survey[model.SurveyKey{Indicator: id, Ethnicity: model.GroupEthnicity(g)}] = a
		}
	}
}
