package main

import (
	"context"
	"io/fs"
	"testing"

	"wres/testdata/extracts"
)

// gatedFS is the example's folder, which can be listed once its gate is open.
type gatedFS struct{ gate chan struct{} }

func (f gatedFS) Open(name string) (fs.File, error) {
	<-f.gate
	return extracts.FS.Open(name)
}

// TestStoppedLoadLeavesThePlanAsItWas holds that a plan is written over no file but
// the one that is on screen.
func TestStoppedLoadLeavesThePlanAsItWas(t *testing.T) {
	a := testApp(t)
	if a.stopLoading() {
		t.Error("a load was stopped before there was one")
	}
	lastEvent(t, a.start(t.Context()).events)
	if a.stopLoading() {
		t.Error("a load was stopped that was through")
	}
	before := a.plan.File()
	gate := make(chan struct{})
	a.folder.fsys = gatedFS{gate}
	l := a.start(t.Context())
	if !a.stopLoading() {
		t.Error("a load that was under way was not stopped")
	}
	close(gate)
	for e := range l.events {
		if e.Loaded != nil {
			t.Error("a load that was stopped gave figures")
		}
	}
	<-l.read
	if a.plan.File() != before || l.last.Err == nil {
		t.Errorf("the plan's file is another, or no error: %v", l.last.Err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, ok := a.loadPlan(ctx, l); ok || a.plan.File() != before {
		t.Error("a plan was taken for a load that was stopped")
	}
	if lastEvent(t, a.load(t.Context())).Loaded == nil || a.plan.File() == before {
		t.Error("reading does not begin again")
	}
}
