package talk

import (
	"bufio"
	"errors"
	"io"
	"strconv"
	"strings"

	"wres/model/words"
	"wres/model/words/spoken"
)

// speech is what is said and heard: lines out, and answers in.
type speech struct {
	in      *bufio.Reader
	out     io.Writer
	cleaner func(string) string // makes one line of what may be said out of any text
	err     error               // of writing; it ends the conversation
	over    bool
}

// say prints lines as they are. Each is one of spoken's.
func (c *speech) say(lines ...string) {
	if c.err != nil || len(lines) == 0 {
		return
	}
	if _, err := io.WriteString(c.out, strings.Join(lines, "\n")+"\n"); err != nil {
		c.err, c.over = err, true
	}
}

// tell says sentences.
func (c *speech) tell(texts ...string) { c.say(c.lines(texts...)...) }

// label says values under their label.
func (c *speech) label(label, value string) { c.say(c.labelled(label, value)...) }

// lines cleans texts and makes lines of them.
func (c *speech) lines(texts ...string) (lines []string) {
	for _, text := range texts {
		for part := range strings.SplitSeq(text, "\n") {
			lines = append(lines, spoken.Lines(c.clean(part))...)
		}
	}
	return lines
}

func (c *speech) labelled(label, value string) []string {
	parts := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(value), "\n")
	for i, part := range parts {
		parts[i] = c.clean(part)
	}
	return spoken.Labelled(c.clean(label), strings.Join(parts, "\n"))
}

// clean is what of a text may be said.
func (c *speech) clean(s string) string { return spoken.Clean(c.cleaner)(s) }

// mostTyped is how many bytes of an answer are taken; the rest of such a line is dropped.
const mostTyped = 1 << 16

// read reads a line; false where there is none any more.
func (c *speech) read() (text string, ok bool) {
	if c.over {
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
			c.over = true
			return "", false
		}
		return c.cleaner(strings.TrimSpace(string(line))), true
	}
}

// spoken cleans lines that are made already.
func (c *speech) spoken(lines []string) []string {
	for i := range lines {
		lines[i] = c.clean(lines[i])
	}
	return lines
}

// steps say steps, each under its label.
func (c *speech) steps(all []words.Step) (lines []string) {
	for _, step := range all {
		lines = append(lines, spoken.Lines(c.clean(step.Label)+":")...)
		lines = append(lines, c.lines(step.Lines...)...)
	}
	return lines
}

// choose asks for one of some answers, and gives its place in them; -1: none was chosen.
func (c *speech) choose(question []string, no string, answers ...string) int {
	c.say(question...)
	for i, a := range append(answers[:len(answers):len(answers)], no) {
		c.say(spoken.Numbered(strconv.Itoa(i+1), c.clean(a))...)
	}
	for {
		c.say("Your answer, as a number? Enter alone is the last one.")
		text, ok := c.read()
		if !ok {
			return -1
		}
		switch n, err := strconv.Atoi(strings.TrimSuffix(text, ".")); {
		case err == nil && n >= 1 && n <= len(answers):
			return n - 1
		case err == nil && n == len(answers)+1, text == "", strings.EqualFold(text, "back"), strings.EqualFold(text, "no"):
			return -1
		case strings.EqualFold(text, "quit"):
			c.over = true
			return -1
		case strings.EqualFold(text, "yes") && len(answers) == 1:
			return 0
		}
		c.say("That is none of the answers. Type one of the numbers from 1 to " + strconv.Itoa(len(answers)+1) + ".")
	}
}
