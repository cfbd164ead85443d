package talk

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"wres/model"
	"wres/model/indicator"
	"wres/model/meeting"
	"wres/model/plan"
	"wres/tui/keep"
)

// world stands for what cmd hands over.
type world struct {
	now     time.Time
	failing error // of a save
	lost    error // of an entry of the journal
	unkept  error // of a note
	saved   []plan.Plan
	entries []plan.Entry
	reads   int
	events  []Progress
	unread  error // of a later reading
	ran     [][]string
	there   bool            // the file that a command would write
	before  *keep.Recovered // of an earlier run
}

// held holds a conversation with answers.
func (w *world) held(answers ...string) (said string, e End) {
	var out bytes.Buffer
	e = Run(strings.NewReader(strings.Join(answers, "\n")+"\n"), &out, w.deps())
	return out.String(), e
}

func (w *world) deps() Deps {
	w.now = time.Date(2025, time.April, 14, 10, 42, 0, 0, time.UTC)
	return Deps{
		Deps: keep.Deps{
			SavePlan: func(p plan.Plan) error {
				if w.failing == nil {
					w.saved = append(w.saved, p)
				}
				return w.failing
			},
			Journal: func(e plan.Entry) func() error {
				w.entries = append(w.entries, e)
				return func() error { return w.lost }
			},
			Now: func() time.Time { return w.now }, Clean: func(s string) string { return strings.ReplaceAll(s, "\x1b", "<U+001B>") },
		},
		Load: func(progress func(Progress)) (*Loaded, error) {
			if w.reads++; w.reads > 1 && w.unread != nil {
				return nil, w.unread
			}
			for _, e := range w.events {
				w.now = w.now.Add(3 * time.Second)
				progress(e)
			}
			actions := []plan.Action{{ID: "A-0001", Number: "1", Text: "one"}, {ID: "A-0002", Number: "2", Text: "two", Deadline: "31 March 2025"}}
			o := &model.Organisation{Name: "A trust", Settings: model.DefaultSettings()}
			return &Loaded{Disk: keep.Disk{Plan: plan.New(nil, actions), Recovered: w.before}, Results: indicator.Compute(o)}, nil
		},
		LoadNotes: func() (meeting.Notes, error) { return nil, nil },
		SaveNote: func(meeting.Note) func() meeting.Kept {
			return func() meeting.Kept { return meeting.Kept{Err: w.unkept} }
		},
		Run: func(args ...string) ([]string, bool) {
			w.ran = append(w.ran, args)
			if w.there && args[len(args)-1] != "--force" {
				return []string{"there is a file x already; name another, or replace it with --force"}, false
			}
			return []string{"a remark", "wrote x"}, true
		},
		Forms: Forms{Report: []string{"md"}, Plan: []string{"csv", "ics"}},
	}
}

func has(t *testing.T, said string, wanted ...string) {
	t.Helper()
	for _, want := range wanted {
		if !strings.Contains("\n"+said, "\n"+want+"\n") {
			t.Errorf("no line %q in\n%s", want, said)
		}
	}
}

// Reading says how far it is every few seconds, and not at each step.
func TestReadingSaysHowFarItIs(t *testing.T) {
	w := &world{events: []Progress{{File: "staff.csv", Total: 1, Rows: 1000, Bytes: 1, Size: 10}, {File: "staff.csv", Done: 1, Total: 3, Rows: 2_000_000, Bytes: 5, Size: 10}, {File: "x"}}}
	said, _ := w.held("quit")
	has(t, said, "Reading the folder.", "Still reading staff.csv, file 2 of 3, 2,000,000 rows, 50 percent.", "The folder is read: 0 files.")
	if n := strings.Count(said, "Still reading"); n != 1 {
		t.Errorf("said %d times", n)
	}
}

// A plan that cannot be saved is in the journal, as before each save, and leaving asks.
func TestPlanThatCannotBeSaved(t *testing.T) {
	w := &world{failing: errors.New("the disk is full")}
	said, e := w.held("plan", "new", "Three", "", "finish", "", "quit", "1", "quit", "2")
	has(t, said, "Action 3 is added to the plan.", "The plan is not saved: the disk is full.", "It is kept beside the plan, and is offered when the program starts again.",
		"What you wrote and did not save is kept, and is offered when the program starts again.")
	if strings.Contains(said, "The plan is saved.") || !e.Unsaved || !e.Kept {
		t.Errorf("%+v\n%s", e, said)
	}
	last := w.entries[len(w.entries)-1]
	if len(last.Edits) != 1 || last.Edits[0].Now.Text != "Three" || last.Draft != nil {
		t.Errorf("the journal holds %+v", last)
	}
	w = &world{}
	if said, e := w.held("plan", "2", "done", "quit"); e.Unsaved || len(w.saved) != 1 || strings.Count(said, "Action 1: done.") != 1 {
		t.Errorf("%+v, saved %d times\n%s", e, len(w.saved), said)
	}
}

// Each answer, and each line of a long one, is in the journal before the next is asked for;
// one that is not on the disk is said.
func TestAnswersAreJournalled(t *testing.T) {
	w := &world{}
	said, e := w.held("plan", "new", "first line", "second line")
	if !e.Unsaved || !e.Kept {
		t.Errorf("%+v\n%s", e, said)
	}
	var texts []string
	for _, entry := range w.entries {
		if entry.Draft != nil {
			texts = append(texts, entry.Draft.Texts["action"])
		}
	}
	if got := fmt.Sprintf("%q", texts); got != `["first line\nsecond line"]` && got != `["first line" "first line\nsecond line"]` {
		t.Errorf("the journal was handed %s", got)
	}
	w = &world{lost: errors.New("no room")}
	said, _ = w.held("plan", "new", "words", "", "2", "words", "")
	if !strings.Contains(said, "not journalled: no room") {
		t.Errorf("nothing says that it is not kept:\n%s", said)
	}
}

// A note that is begun has the date of the app's clock, in the journal as in the plan.
func TestBegunNoteHasItsDate(t *testing.T) {
	w := &world{}
	said, _ := w.held("plan", "2", "note", "They met")
	var texts []string
	for _, entry := range w.entries {
		if entry.Draft != nil {
			texts = append(texts, entry.Draft.Texts["progress"])
		}
	}
	if len(texts) == 0 || texts[len(texts)-1] != "2025-04-14: They met" {
		t.Errorf("the journal was handed %q\n%s", texts, said)
	}
}

// What is written can be kept for later, gone on with, and thrown away; none is lost to
// another action.
func TestWhatIsBegun(t *testing.T) {
	w := &world{}
	said, _ := w.held("plan", "new", "Mine", "", "leave", "2", "new", "go", "", "", "leave", "3", "go", "quit")
	has(t, said, `It is kept. "go" in the plan goes on with it.`, `There is an action that you began to write. "go" in the plan goes on with it.`, "So far it says: Mine.", "It is thrown away.", `Nothing is called "go".`)
	if len(w.saved) != 0 || !w.entries[len(w.entries)-1].Empty() {
		t.Errorf("saved %d times, journal %+v", len(w.saved), w.entries[len(w.entries)-1])
	}
	said, _ = w.held("plan", "1", "all", "\"back\"", "", "back", "?", "empty", "quit")
	has(t, said, "It says: back.", "What will be done, begun with a verb, so that someone else can tell whether it was done.")
}

// A draft that was kept on a screen is begun once: when it is in the plan it is not there any
// more.
func TestKeptDraftIsBegunOnce(t *testing.T) {
	d := plan.DraftOf(plan.Action{}, plan.Action{Text: "Kept"}, false)
	w := &world{before: &keep.Recovered{Entry: plan.Entry{Kept: &d}}}
	said, _ := w.held("1", "finish", "", "plan", "quit")
	if strings.Contains(said, "There is an action that was begun.") || len(w.saved) != 1 || !w.entries[len(w.entries)-1].Empty() {
		t.Errorf("saved %d times, journal %+v:\n%s", len(w.saved), w.entries[len(w.entries)-1], said)
	}
}

// A folder that cannot be read again leaves what was read.
func TestReadAgain(t *testing.T) {
	w := &world{unread: errors.New("the disk is gone")}
	said, e := w.held("read", "plan", "quit")
	has(t, said, "The folder could not be read again: the disk is gone.", "The action plan: 2 actions, 1 late.")
	if e.Err != nil {
		t.Error(e.Err)
	}
}

// A file that is there is replaced only when that was answered; the plan is as it may be
// published unless the full one is asked for.
func TestGiving(t *testing.T) {
	w := &world{there: true}
	said, _ := w.held("report", "2", "2", "", "", "1", "", "2", "1", "1", "mine", "", "quit")
	has(t, said, "Put the new file in its place?", "Wrote x.", "There are remarks on it, 1 line, which are for you alone.")
	if got, want := fmt.Sprint(w.ran), "[[plan export -o wres-plan.ics] [plan export -o wres-plan.ics --force] [plan export --full -o mine.csv]]"; got != want {
		t.Errorf("ran %s, want %s", got, want)
	}
}

// broken is an output that fails.
type broken struct{ left int }

func (b *broken) Write(p []byte) (int, error) {
	if b.left--; b.left < 0 {
		return 0, errors.New("broken pipe")
	}
	return len(p), nil
}

// An output that fails ends the conversation, and nobody answers into the void.
func TestOutputThatFails(t *testing.T) {
	w := &world{}
	e := Run(strings.NewReader(strings.Repeat("plan\n1\ndone\n", 50)), &broken{left: 4}, w.deps())
	if e.Err == nil || len(w.saved) != 0 {
		t.Errorf("%+v, saved %d times", e, len(w.saved))
	}
}

// Every word that works everywhere is one, and is said by help.
func TestWordsEverywhere(t *testing.T) {
	said, _ := (&world{}).held("help", "quit")
	seen := map[string]bool{}
	for _, a := range everywhere() {
		for _, word := range a.words {
			if seen[word] {
				t.Errorf("%q means two things", word)
			}
			seen[word] = true
		}
		if !strings.Contains(said, `"`+a.words[0]+`"`) || !strings.Contains(a.help, `"`+a.words[0]+`"`) {
			t.Errorf("help does not say %q", a.words[0])
		}
	}
}
