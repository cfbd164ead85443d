package main

import (
	"bytes"
	"context"
	"io"
	"strings"

	"github.com/charmbracelet/colorprofile"

	"wres/cmd/wres/converse"
	"wres/cmd/wres/ending"
	"wres/tui"
)

// converse is the app in plain lines.
func (a *app) converse(ctx context.Context, in io.Reader) error {
	defer a.plan.Close()
	defer a.stop()
	deps := func(ctx context.Context) tui.Deps { return a.deps(ctx, colorprofile.NoTTY) }
	e, signal := converse.Hold(ctx, in, a.cli.stdout, deps, func(args []string) (status int, said string) {
		var errs bytes.Buffer
		status = run(args, strings.NewReader(""), io.Discard, &errs, a.cli.environ)
		return status, errs.String()
	})
	return a.ended(ending.End{Signal: signal, Unsaved: e.Unsaved, Kept: e.Kept, App: e.Err})
}
