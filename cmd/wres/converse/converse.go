// Package converse holds the app's conversation in plain lines with the world that the app on a
// screen has: what it is handed (tui.Deps), an input and an output go in, and how it ended comes
// out.
//
// Place in the flow: cmd decides that there is one and hands the parts; tui/talk holds it.
package converse

import (
	"bufio"
	"context"
	"io"
	"strings"

	"wres/cmd/wres/forms"
	"wres/cmd/wres/guard"
	"wres/model/report"
	"wres/tui"
	"wres/tui/talk"
)

// Input gives the input of a conversation in place of the app; nil: there is none. Where input
// and output are a terminal it is wanted by flag, by the environment, or as nothing can be drawn
// there; where the input is none by the flag alone, lest a loop lose the input that is meant for
// it, and where a line is there.
func Input(r io.Reader, reads, shows, flag, wanted bool) io.Reader {
	in := bufio.NewReader(r)
	if reads && shows && (flag || wanted) {
		return in
	}
	if !reads && flag {
		if _, err := in.Peek(1); err == nil {
			return in
		}
	}
	return nil
}

// Hold holds a conversation until it is left, its input ends, or a signal asks for the end, and
// names that signal. deps is what the app is handed, whose loads end with a context. run
// runs a command of the program, and gives its exit status and what it says beside its data.
func Hold(ctx context.Context, in io.Reader, out io.Writer, deps func(context.Context) tui.Deps, run func(args []string) (status int, said string)) (e talk.End, signal string) {
	guard.WithoutCoreDumps()
	asked := guard.Listen(ctx)
	defer asked.Stop()
	d := deps(asked)
	e = talk.Run(asked.Input(in), out, talk.Deps{
		Deps: d.Deps, LoadNotes: d.LoadNotes, SaveNote: d.SaveNote, Choices: d.Choices, Path: d.Path, WriteHeaders: d.WriteHeaders, SaveMapping: d.SaveMapping, Written: d.Written,
		Load: func(progress func(talk.Progress)) (*talk.Loaded, error) { return load(asked, d.Load(), progress) },
		Run: func(args ...string) (said []string, ok bool) {
			status, text := run(append(args, d.Preview.ReportCommand[2:]...)) // behind "wres report": the folder, and how it is read
			for line := range strings.Lines(text) {
				said = append(said, strings.TrimPrefix(strings.TrimSpace(line), "wres: "))
			}
			return said, status == 0
		},
		Forms: talk.Forms{Report: forms.Names(report.YearPage), Plan: forms.Names(report.PlanPage)},
	})
	return e, asked.Signal()
}

// load takes a load to its end, and says how far it is.
func load(asked *guard.Asked, events <-chan tui.LoadEvent, progress func(talk.Progress)) (*talk.Loaded, error) {
	for e := range events {
		switch l := e.Loaded; {
		case e.Err != nil:
			return nil, e.Err
		case l != nil:
			return &talk.Loaded{Disk: l.Disk, Results: l.Results, Organisation: l.Organisation, Members: l.Members, Report: l.Report, Since: l.Since, Nothing: l.Nothing}, nil
		}
		progress(talk.Progress{File: e.File, Done: e.Done, Total: e.Total, Rows: e.Rows, Bytes: e.Bytes, Size: e.Size})
	}
	return nil, asked.Err()
}
