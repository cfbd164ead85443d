// Package speech is what is said and heard in a conversation: texts go in, cleaned, and made
// into lines by model/words/spoken; answers come out, a line each.
//
// Place in the flow: tui/talk says everything through it.
package speech

import (
	"bufio"
	"errors"
	"io"
	"strconv"
	"strings"

	"wres/model/words"
	"wres/model/words/spoken"
)

// Speech is a mouth and an ear.
type Speech struct {
	in      *bufio.Reader
	out     io.Writer
	cleaner func(string) string // makes one line of what may be said out of any text
	Err     error               // of writing; it ends the conversation
	Over    bool                // nothing more is said or heard
	last    string              // line that was said
}

// New makes one. clean makes one line of what may be said out of any text.
func New(in io.Reader, out io.Writer, clean func(string) string) Speech {
	return Speech{in: bufio.NewReader(in), out: out, cleaner: clean}
}

// Say prints lines as they are. Each is one of spoken's.
func (c *Speech) Say(lines ...string) {
	if c.Err != nil || len(lines) == 0 {
		return
	}
	c.last = lines[len(lines)-1]
	if _, err := io.WriteString(c.out, strings.Join(lines, "\n")+"\n"); err != nil {
		c.Err, c.Over = err, true
	}
}

// JustSaid reports whether a line is the one that was said last.
func (c *Speech) JustSaid(line string) bool { return line == c.last }

// Tell says sentences.
func (c *Speech) Tell(texts ...string) { c.Say(c.Lines(texts...)...) }

// Label says values under their label.
func (c *Speech) Label(label, value string) { c.Say(c.Labelled(label, value)...) }

// Lines cleans texts and makes lines of them.
func (c *Speech) Lines(texts ...string) (lines []string) {
	for _, text := range texts {
		for part := range strings.SplitSeq(text, "\n") {
			lines = append(lines, spoken.Lines(c.Clean(part))...)
		}
	}
	return lines
}

// Labelled cleans a value and makes lines of it under its label; a break in it begins a line.
func (c *Speech) Labelled(label, value string) []string {
	parts := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(value), "\n")
	for i, part := range parts {
		parts[i] = c.Clean(part)
	}
	return spoken.Labelled(c.Clean(label), strings.Join(parts, "\n"))
}

// Clean is what of a text may be said.
func (c *Speech) Clean(s string) string { return spoken.Clean(c.cleaner)(s) }

// mostTyped is how many bytes of an answer are taken; the rest of such a line is dropped.
const mostTyped = 1 << 16

// Read reads a line; false where there is none any more.
func (c *Speech) Read() (text string, ok bool) {
	if c.Over {
		return "", false
	}
	var line []byte
	for {
		part, err := c.in.ReadSlice('\n')
		line = append(line, part[:min(len(part), max(mostTyped-len(line), 0))]...)
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && len(line) == 0:
			c.Over = true
			return "", false
		}
		return c.cleaner(strings.TrimSpace(string(line))), true
	}
}

// Cleaned cleans lines that are made already.
func (c *Speech) Cleaned(lines []string) []string {
	for i := range lines {
		lines[i] = c.Clean(lines[i])
	}
	return lines
}

// Steps say steps, each under its label.
func (c *Speech) Steps(all []words.Step) (lines []string) {
	for _, step := range all {
		lines = append(lines, spoken.Lines(c.Clean(step.Label)+":")...)
		lines = append(lines, c.Lines(step.Lines...)...)
	}
	return lines
}

// Choose asks for one of some answers, and gives its place in them; -1: none was chosen.
func (c *Speech) Choose(question []string, no string, answers ...string) int {
	c.Say(question...)
	for i, a := range append(answers[:len(answers):len(answers)], no) {
		c.Say(spoken.Numbered(strconv.Itoa(i+1), c.Clean(a))...)
	}
	for {
		c.Say("Your answer, as a number? Enter alone is the last one.")
		text, ok := c.Read()
		if !ok {
			return -1
		}
		switch n, err := strconv.Atoi(strings.TrimSuffix(text, ".")); {
		case err == nil && n >= 1 && n <= len(answers):
			return n - 1
		case err == nil && n == len(answers)+1, text == "", strings.EqualFold(text, "back"), strings.EqualFold(text, "no"):
			return -1
		case strings.EqualFold(text, "quit"):
			c.Over = true
			return -1
		case strings.EqualFold(text, "yes") && len(answers) == 1:
			return 0
		}
		c.Say("That is none of the answers. Type one of the numbers from 1 to " + strconv.Itoa(len(answers)+1) + ".")
	}
}
