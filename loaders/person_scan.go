package loaders

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

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
func (w *worker) odd(rec csvfile.Record, at int64, placeOf func(line int) int64) {
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

// unread says why a list cannot be read by the parallel reader.
type unread struct {
	at   int64 // the first byte that is in the way, or -1
	what string
}

// scan reads the rows of the list in parallel, each goroutine into a worker of its
// own. Where that cannot be, it answers why, and the list has to be read anew by the
// slow reader: of the rows nothing has been kept.
func (li *listFile) scan(text *csvfile.File, r io.ReaderAt, size int64) (*unread, error) {
	lay := li.together()
	s, ok := text.Scan(lay.columns, lay.runs...)
	if !ok {
		return &unread{-1, "it is not UTF-8"}, nil
	}
	end, err := csvfile.TextEnd(r, size)
	if err != nil {
		return nil, err
	}
	s.Workers, s.Chunk = li.l.reading.workers, li.l.reading.chunk
	var workers []*worker
	counts, err := s.Run(li.l.ctx, r, end, func(int) scan.Sink {
		w := li.newWorker()
		w.layout, w.table = lay, text
		workers = append(workers, w)
		return w
	}, func(done, records int64) {
		li.l.tell(records, done, size)
	})
	if irregular, ok := errors.AsType[*scan.IrregularError](err); ok {
		return &unread{irregular.Offset, "a quote or a line end there is not as it should be"}, nil
	}
	switch {
	case err != nil:
		return nil, err
	case !counts.UTF8 && text.Peeked():
		return &unread{-1, "it holds bytes that are not UTF-8"}, nil
	}
	li.settlePeople(workers...)
	for _, w := range workers {
		li.merge(w)
	}
	return nil, li.findLines(r)
}

// findLines finds the lines of the places that the report names, while the file is
// there to be read.
func (li *listFile) findLines(r io.ReaderAt) error {
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
func (li *listFile) finish() {
	f := li.file
	li.commit()
	li.l.lists.files = append(li.l.lists.files, li)
	f.list = li
	li.nameOrganisations()
	li.hideStrangers()
	for kind, all := range li.asides {
		slices.Sort(all)
		for _, at := range all {
			f.asides[kind] = append(f.asides[kind], li.line(at))
		}
	}
	if li.read() == 0 && li.l.ctx.Err() == nil {
		f.problem(source.Notice, f.header.Line, 0, "", "the file has no rows under its header yet")
	}
	for _, r := range f.fit.rivals {
		f.problem(source.Notice, f.header.Line, r.unused+1, r.standard, "columns "+labels.Quoted(f.header.Value(r.used))+" and "+
			labels.Quoted(f.header.Value(r.unused))+" both mean "+r.standard+"; the first is used: rename it if the other is wanted")
	}
}

// nameOrganisations names the organisations of the list to its file and the folder,
// each as it is first written.
func (li *listFile) nameOrganisations() {
	keys := slices.SortedFunc(maps.Keys(li.spellings), func(a, b string) int {
		return cmp.Compare(li.spellings[a].at, li.spellings[b].at)
	})
	for _, key := range keys[:min(len(keys), labels.MaxSpellings)] {
		written := li.spellings[key].written
		li.file.organisations[key] = written
		if asked := li.l.options.Organisation; asked == "" || key == csvfile.Fold(asked) {
			li.l.organisations[key] = written
		}
	}
}

// hideStrangers keeps the first few labels of each column, and puts the others under
// one without a name.
func (li *listFile) hideStrangers() {
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

// whyTooLarge refuses a list over the limit of the slow reader, which it needs.
func whyTooLarge(u *unread, r io.ReaderAt, size int64) error {
	where := ""
	if u.at >= 0 {
		line, err := scan.LineAt(r, u.at)
		if err != nil {
			return fmt.Errorf("the file cannot be read: %w", reasonOf(err))
		}
		where = fmt.Sprintf("line %d: ", line)
	}
	const mib = 1 << 20
	return fmt.Errorf("%s%s, and a list like that is read up to %d MiB only, where this one has %d MiB; save it as CSV UTF-8, or split it by year or by organisation",
		where, u.what, csvfile.MaxFileBytes/mib, (size+mib-1)/mib)
}
