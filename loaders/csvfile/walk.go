package csvfile

import "iter"

// Walk yields what [File.Records] does, and with each record how many bytes of the
// text are behind it, of [File.Size].
func (f *File) Walk() iter.Seq2[Record, int64] {
	return func(yield func(Record, int64) bool) {
		s := f.body
		for {
			rec, ok := f.next(&s)
			if !ok || !yield(rec, int64(s.pos)) {
				return
			}
		}
	}
}

// Size is the length of the text in bytes, header and all.
func (f *File) Size() int64 { return int64(len(f.body.text)) }

// Behind returns how many bytes of the text are behind the record that was returned
// last.
func (r *Reader) Behind() int64 { return int64(r.body.pos) }
