package loaders

// Progress says which file is being read, how many of how many are done, and how far
// the file is. Before a file, and for a short one, the last three are 0.
type Progress struct {
	File        string // cleaned for the screen
	Done, Total int    // files
	Rows        int64  // of the file, read so far
	Bytes, Size int64  // of the file: read so far, and all
}

// teller hands on how far reading is.
type teller struct {
	to      func(Progress) // nil: nobody asks
	now     Progress
	percent int64 // that was told last
}

// next begins a file.
func (t *teller) next(file string, done, total int) {
	t.now, t.percent = Progress{File: file, Done: done, Total: total}, 0
	if t.to != nil {
		t.to(t.now)
	}
}

// tell says how far the file is, each percent once. It is called from one goroutine
// at a time.
func (t *teller) tell(rows, done, size int64) {
	if t.to == nil || size == 0 {
		return
	}
	if percent := done * 100 / size; percent > t.percent {
		t.percent = percent
		t.now.Rows, t.now.Bytes, t.now.Size = rows, done, size
		t.to(t.now)
	}
}

// goOn says how far reading is, and reports whether it goes on.
func (l *loading) goOn(rows, done, size int64) bool {
	l.tell(rows, done, size)
	return l.ctx.Err() == nil
}
