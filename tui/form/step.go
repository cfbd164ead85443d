package form

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// fieldState is what a field holds and where the cursor stands in it.
type fieldState struct {
	text     string
	row, col int
}

// fieldStep is one step that can be undone: the state before it, and what it was, so
// that letters typed one after the other are undone by the word.
type fieldStep struct {
	before, after fieldState
	kind          stepKind
	space         bool // it ends in a space
}

type stepKind int

const (
	otherStep stepKind = iota // never joined with another: a paste, a pick
	typedStep
	deletedStep
)

// maxSteps is how many steps a field remembers: an hour of writing.
const maxSteps = 1000

func (ff *Field) state() fieldState {
	if ff.MultiLine {
		return fieldState{ff.area.Value(), ff.area.Line(), ff.area.Column()}
	}
	return fieldState{ff.line.Value(), 0, ff.line.Position()}
}

// put brings a state back.
func (ff *Field) put(s fieldState) {
	if !ff.MultiLine {
		ff.line.SetValue(s.text)
		ff.line.SetCursor(s.col)
		return
	}
	ff.area.SetValue(s.text)
	ff.area.MoveToBegin()
	for last := -1; ff.area.Line() < s.row; ff.area.CursorDown() { // by lines on the screen
		if at := ff.area.Line()<<20 + ff.area.LineInfo().RowOffset; at == last {
			break
		} else {
			last = at
		}
	}
	ff.area.SetCursorColumn(s.col)
}

// record remembers a step that a message made, if it changed the text.
func (ff *Field) record(before fieldState, msg tea.Msg) {
	after := ff.state()
	if after.text == before.text {
		return
	}
	ff.picked = picked{}
	step := fieldStep{before: before, after: after}
	if k, ok := msg.(tea.KeyPressMsg); ok && k.Text != "" {
		step.kind, step.space = typedStep, strings.TrimSpace(k.Text) == ""
	} else if ok && len(after.text) < len(before.text) {
		step.kind = deletedStep
	}
	ff.redo = nil
	if n := len(ff.undo); n > 0 && step.joins(ff.undo[n-1]) {
		ff.undo[n-1].after, ff.undo[n-1].space = after, step.space
		return
	}
	ff.undo = append(ff.undo, step)
	if len(ff.undo) > maxSteps {
		ff.undo = append([]fieldStep(nil), ff.undo[len(ff.undo)-maxSteps:]...)
	}
}

// joins reports whether a step goes on with the one before it.
func (s fieldStep) joins(last fieldStep) bool {
	return s.kind != otherStep && s.kind == last.kind && s.before == last.after && (s.space || !last.space)
}

// step takes the last step of one pile back and puts it on the other: the piles are
// undo and redo, or the other way round.
func (ff *Field) step(from, to *[]fieldStep) {
	n := len(*from)
	if n == 0 {
		return
	}
	s := (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, s)
	if from == &ff.undo {
		ff.put(s.before)
	} else {
		ff.put(s.after)
	}
	ff.picked = picked{}
}

// replace puts another text in a field, as one step.
func (ff *Field) replace(text string) {
	before := ff.state()
	ff.put(fieldState{text: text, col: len([]rune(text))})
	ff.record(before, nil)
}

// atEnd reports whether the cursor of a one-line field stands behind its text.
func (ff *Field) atEnd() bool { return ff.line.Position() == len([]rune(ff.line.Value())) }
