package people

import (
	"cmp"
	"context"
	"errors"
	"io"
	"maps"
	"slices"

	"wres/loaders/columns"
	"wres/loaders/csvfile"
	"wres/loaders/csvfile/scan"
	"wres/loaders/labels"
	"wres/model/source"
)

// Odd takes a record of the list that is no sound row: it stands around the table,
// or has the wrong shape.
func (w *worker) Odd(offset int64, text []byte) {
	rec := w.table.Odd(offset, text)
	w.odd(rec.Record, rec.Offset, rec.OffsetOf)
}

// odd accounts for a record that is no sound row. at and placeOf say where it and its
// lines stand, as for Row.
func (w *found) odd(rec csvfile.Record, at int64, placeOf func(line int) int64) {
	if rec.Aside != "" {
		w.asides[rec.Aside] = append(w.asides[rec.Aside], at)
		w.aside++
		return
	}
	for _, fault := range rec.Faults {
		w.sayFault(fault, placeOf(fault.Line))
	}
	if rec.Refused() {
		w.refused++
	}
}

// Unread says why a list cannot be read by the parallel reader.
type Unread struct {
	At   int64 // the first byte that is in the way, or -1
	What string
}

// Scan reads the rows of the list in parallel, each goroutine into a worker of its
// own. Where that cannot be, it answers why, and the list has to be read anew by the
// slow reader: of the rows nothing has been kept.
func (p *People) Scan(ctx context.Context, f *columns.File, text *csvfile.File, r io.ReaderAt, size int64, way Way) (*List, *Unread, error) {
	li := p.newList(f)
	lay := li.together()
	s, ok := text.Scan(lay.columns, lay.runs...)
	if !ok {
		return nil, &Unread{-1, "it is not UTF-8"}, nil
	}
	end, err := csvfile.TextEnd(r, size)
	if err != nil {
		return nil, nil, err
	}
	s.Workers, s.Chunk = way.Workers, way.Chunk
	var workers []*worker
	counts, err := s.Run(ctx, r, end, func(int) scan.Sink {
		w := li.newWorker()
		w.layout, w.table = lay, text
		workers = append(workers, w)
		return w
	}, func(done, records int64) {
		way.Tell(records, done, size)
	})
	if irregular, ok := errors.AsType[*scan.IrregularError](err); ok {
		return nil, &Unread{irregular.Offset, "a quote, a line end or a row of column names there is not as it should be"}, nil
	}
	switch {
	case err != nil:
		return nil, nil, err
	case !counts.UTF8 && text.Peeked():
		return nil, &Unread{-1, "it holds bytes that are not UTF-8"}, nil
	}
	li.unitePeople(workers...)
	switch anew, err := li.again(workers, func(at int64) (int, error) { return scan.LineAt(r, at) }); {
	case err != nil:
		return nil, nil, err
	case anew:
		return p.Scan(ctx, f, text, r, size, way)
	case f.Reason != "":
		return refuseAll(li, workers), nil, nil
	}
	for _, w := range workers {
		li.merge(w)
	}
	if err := li.findLines(r); err != nil {
		return nil, nil, err
	}
	li.finish(ctx)
	return li, nil, nil
}

// findLines finds the lines of the places that the report names, while the file is
// there to be read.
func (li *List) findLines(r io.ReaderAt) error {
	lines := map[int64]int{}
	for _, s := range li.problems {
		for _, at := range s.first {
			lines[at] = 0
		}
	}
	for i := range li.checks {
		for _, at := range li.checks[i].first {
			lines[at] = 0
		}
	}
	for _, s := range li.strangers {
		lines[s.first] = 0
	}
	for _, all := range li.asides {
		for _, at := range all {
			lines[at] = 0
		}
	}
	at := slices.Sorted(maps.Keys(lines))
	found, err := scan.LinesAt(r, at)
	if err != nil {
		return err
	}
	for i, line := range found {
		lines[at[i]] = line
	}
	li.line = func(at int64) int { return lines[at] }
	return nil
}

// finish says of the list's file what its rows have told.
func (li *List) finish(ctx context.Context) {
	f := li.file
	f.SayMonthFirst()
	li.commit()
	li.p.files = append(li.p.files, li)
	li.nameOrganisations()
	li.hideStrangers()
	for kind, all := range li.asides {
		slices.Sort(all)
		for _, at := range all {
			f.Asides[kind] = append(f.Asides[kind], li.line(at))
		}
	}
	if li.read() == 0 && ctx.Err() == nil {
		f.Say(source.Notice, f.Header.Line, 0, "", "the file has no rows under its header yet")
	}
	for _, r := range f.Fit.Rivals {
		f.Say(source.Notice, f.Header.Line, r.Unused+1, r.Standard, "columns "+labels.Quoted(f.Header.Value(r.Used))+" and "+
			labels.Quoted(f.Header.Value(r.Unused))+" both mean "+r.Standard+"; the first is used: rename it if the other is wanted")
	}
}

// nameOrganisations names the organisations of the list to its file and the folder,
// each as it is first written.
func (li *List) nameOrganisations() {
	keys := slices.SortedFunc(maps.Keys(li.spellings), func(a, b string) int {
		return cmp.Compare(li.spellings[a].at, li.spellings[b].at)
	})
	for _, key := range keys[:min(len(keys), labels.MaxSpellings)] {
		written := li.spellings[key].written
		li.file.Organisations[key] = written
	}
}

// hideStrangers keeps the first few labels of each column, and puts the others under
// one without a name.
func (li *List) hideStrangers() {
	slices.SortFunc(li.strangers, func(a, b *strange) int { return cmp.Compare(a.first, b.first) })
	all := li.strangers
	li.strangers, li.strangerAt = nil, map[[2]string]*strange{}
	listed := map[string]int{}
	for _, s := range all {
		if s.label != "" {
			listed[s.field]++
		}
	}
	too, shown := listed, map[string]int{}
	for _, s := range all {
		if s.label != "" && (shown[s.field] == maxStrange || too[s.field] > maxLabels) {
			s.label, s.written, s.folded = "", "", ""
		} else if s.label != "" && s.n > 0 {
			shown[s.field]++
		}
		if s.n > 0 {
			li.addStrange(s)
		}
	}
}
