package planfile

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"wres/model/plan"
)

// The journal is a text file of lines, each a checksum, a space and a JSON value.
// The first line is the seal, which says which plan the others belong to; each
// other line is an entry, and stands for all that was unsaved when it was written.
const journalVersion = 1

// seal is the first line of a journal: the plan as wres last read or wrote it. A
// journal without entries is kept for its seal, by which a plan that was cut off
// at the end of a row is told from one that was always that short.
type seal struct {
	Version int       `json:"wres-journal"`
	Plan    string    `json:"plan"` // SHA-256 of the file; "": there was none
	Actions int       `json:"actions"`
	Ended   bool      `json:"ended"` // the file ended with a line end
	At      time.Time `json:"at"`
}

func (d *desk) setSeal(mark fingerprint, s *sheet) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.onDisk = seal{Version: journalVersion, Plan: mark.text(), Actions: s.plan.Len(), Ended: mark.ended, At: d.system.now().UTC()}
}

func (d *desk) seal() seal {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.onDisk
}

// text gives a fingerprint as the seal has it.
func (p fingerprint) text() string {
	if !p.exists {
		return ""
	}
	return hex.EncodeToString(p.sum[:])
}

// entryLine is a plan.Entry as a line has it: by column, so that the table of
// plan.Fields is the only one that knows an action's parts.
type entryLine struct {
	At    time.Time   `json:"at"`
	Edits []editLine  `json:"edits,omitempty"`
	Draft *plan.Draft `json:"draft,omitempty"`
	Kept  *plan.Draft `json:"kept,omitempty"`
}

type editLine struct {
	Was *actionLine `json:"was,omitempty"`
	Now *actionLine `json:"now,omitempty"`
}

type actionLine struct {
	Texts map[string]string `json:"texts"`
	Extra []string          `json:"extra,omitempty"`
}

func lineOfAction(a *plan.Action) *actionLine {
	if a == nil {
		return nil
	}
	line := &actionLine{Texts: map[string]string{}, Extra: a.Extra}
	for _, field := range plan.Fields() {
		if text := field.Value(*a); text != "" {
			line.Texts[field.Column] = text
		}
	}
	return line
}

func (l *actionLine) action() *plan.Action {
	if l == nil {
		return nil
	}
	a := plan.Action{Extra: l.Extra}
	for column, text := range l.Texts {
		if field, known := plan.FieldFor(column); known {
			a = field.With(a, text)
		}
	}
	return &a
}

func encodeEntry(e plan.Entry) ([]byte, error) {
	line := entryLine{At: e.At, Draft: e.Draft, Kept: e.Kept}
	for _, edit := range e.Edits {
		line.Edits = append(line.Edits, editLine{lineOfAction(edit.Was), lineOfAction(edit.Now)})
	}
	return encodeLine(line)
}

func decodeEntry(text []byte) (plan.Entry, bool) {
	var line entryLine
	if json.Unmarshal(text, &line) != nil {
		return plan.Entry{}, false
	}
	e := plan.Entry{At: line.At, Draft: line.Draft, Kept: line.Kept}
	for _, l := range line.Edits {
		if l.Was == nil && l.Now == nil {
			return plan.Entry{}, false
		}
		e.Edits = append(e.Edits, plan.Edit{Was: l.Was.action(), Now: l.Now.action()})
	}
	return e, true
}

// sumLength is the length of a line's checksum: half of a SHA-256 in hex.
const sumLength = sha256.Size

func encodeLine(value any) ([]byte, error) {
	text, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	return append(append(append(lineSum(text), ' '), text...), '\n'), nil
}

func lineSum(text []byte) []byte {
	sum := sha256.Sum256(text)
	return hex.AppendEncode(nil, sum[:sumLength/2])
}

// decodeLine gives what a line says, if its checksum holds.
func decodeLine(line []byte) (text []byte, sound bool) {
	if len(line) <= sumLength || line[sumLength] != ' ' {
		return nil, false
	}
	text = line[sumLength+1:]
	return text, bytes.Equal(line[:sumLength], lineSum(text))
}

// journalRead is what a journal file says.
type journalRead struct {
	seal  seal // zero if its line is damaged
	entry plan.Entry
	lost  int  // lines that could not be read
	later bool // of a version that this wres does not know
}

// readJournal reads as much of a journal as its checksums vouch for. A line that
// is damaged, or was cut off by the crash, counts as lost; the last sound entry
// is what was unsaved then.
func readJournal(content []byte) (j journalRead) {
	lines := bytes.Split(content, []byte("\n"))
	if last := len(lines) - 1; len(lines[last]) == 0 {
		lines = lines[:last]
	}
	for i, line := range lines {
		text, sound := decodeLine(line)
		if !sound {
			j.lost++
			continue
		}
		var first seal
		if i == 0 && json.Unmarshal(text, &first) == nil && first.Version > 0 {
			j.seal, j.later = first, first.Version > journalVersion
			continue
		}
		if e, ok := decodeEntry(text); ok {
			j.entry = e
		} else {
			j.lost++
		}
	}
	return j
}
