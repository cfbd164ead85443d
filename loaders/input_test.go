package loaders

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"wres/loaders/csvfile"
	"wres/model/source"
)

// vast is a folder of one file that is larger than memory should be: a beginning, and
// rows without end up to its size, but for what stands at one place. Only its two ends
// may be read whole.
type vast struct {
	name, begin, row string
	size             int64
	at               int64
	odd              string
}

const mib = 1 << 20

// vastList is a staff list over the limit of files that are held in memory.
func vastList() vast {
	v := vast{
		name: "staff.csv", begin: "Employee Number,Ethnic Origin,Band,Staff Group,Position Title,Year\n",
		row: "1,A,5,Nursing,\"" + strings.Repeat("Nurse, ", 60) + "\",2024\n",
	}
	rows := (csvfile.MaxFileBytes + 5*mib) / int64(len(v.row))
	v.size = int64(len(v.begin)) + rows*int64(len(v.row)) + int64(len("1,A,5")) // the last row is cut off
	return v
}

func (v vast) Open(name string) (fs.File, error) {
	if name == "." {
		return fstest.MapFS{v.name: &fstest.MapFile{}}.Open(name)
	}
	if name != v.name {
		return nil, fs.ErrNotExist
	}
	return &vastFile{vast: v}, nil
}

type vastFile struct {
	vast
	pos int64
}

func (v *vastFile) Stat() (fs.FileInfo, error) { return v, nil }
func (v *vastFile) Close() error               { return nil }
func (v *vastFile) Name() string               { return v.name }
func (v *vastFile) Size() int64                { return v.size }
func (v *vastFile) Mode() fs.FileMode          { return 0o644 }
func (v *vastFile) ModTime() time.Time         { return time.Time{} }
func (v *vastFile) IsDir() bool                { return false }
func (v *vastFile) Sys() any                   { return nil }

func (v *vastFile) Read(p []byte) (int, error) {
	n, err := v.ReadAt(p, v.pos)
	v.pos += int64(n)
	return n, err
}

func (v *vastFile) ReadAt(p []byte, off int64) (int, error) {
	n := int(min(int64(len(p)), v.size-off))
	for i := 0; i < n; {
		at := off + int64(i)
		if at < int64(len(v.begin)) {
			i += copy(p[i:n], v.begin[at:])
			continue
		}
		i += copy(p[i:n], v.row[(at-int64(len(v.begin)))%int64(len(v.row)):])
	}
	for i, c := range []byte(v.odd) {
		if at := v.at + int64(i) - off; at >= 0 && at < int64(n) {
			p[at] = c
		}
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// streamed hides that a file can be read at any place.
type streamed struct{ vast }

func (s streamed) Open(name string) (fs.File, error) {
	f, err := s.vast.Open(name)
	if err != nil || name == "." {
		return f, err
	}
	return struct{ fs.File }{f}, nil
}

// TestListOverTheLimitIsRead: a list has no limit, and rows read are rows used and
// refused.
func TestListOverTheLimitIsRead(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 261 MiB")
	}
	v := vastList()
	last := Progress{}
	_, report, err := Open(context.Background(), v, Options{}, func(p Progress) {
		if p.Rows < last.Rows || p.Bytes < last.Bytes {
			t.Errorf("%+v after %+v", p, last)
		}
		last = p
	})
	if err != nil {
		t.Fatal(err, said(report))
	}
	f := fileOf(t, report, v.name)
	rows := int((v.size - int64(len(v.begin)) + int64(len(v.row)) - 1) / int64(len(v.row)))
	if f.RowsRead != rows || f.RowsUsed != rows-1 || f.RowsRefused != 1 || *f.People != 1 || f.Excluded.SecondAssignment != rows-2 {
		t.Errorf("%+v, %d people; want %d rows\n%q", f, *f.People, rows, said(report))
	}
	if last.Bytes != v.size || last.Size != v.size || last.Rows != int64(rows) {
		t.Errorf("progress ends with %+v", last)
	}
}

// TestOverTheLimit: what the parallel reader cannot read is not read beyond the limit,
// and the figure and the way out are said.
func TestOverTheLimit(t *testing.T) {
	irregular := vastList()
	irregular.at, irregular.odd = int64(len(irregular.begin)+5000*len(irregular.row)+8), "Nu\"se"
	early := irregular
	early.at = int64(len(early.begin)) + 3*int64(len(early.row)) + 8
	latin := vastList()
	latin.at, latin.odd = latin.size-40_000_000, "\xe9\xe8"
	counted := vastList()
	counted.name, counted.begin, counted.row = "workforce.csv", "year,pay_band,ethnicity,headcount\n", "2024,5,White,12\n"
	untold := vastList()
	untold.begin, untold.row = "Employee Number,Date Opened,White,BME,Count\n", "1,01/05/2023,1,2,entered\n"
	for name, c := range map[string]struct {
		fsys fs.FS
		want string
	}{
		"a quote":           {irregular, "line 5002: a quote, a line end or a row of column names there is not as it should be, and a list like that is read up to 256 MiB only, where this one has 261 MiB; save it as CSV UTF-8, or split it by year or by organisation"},
		"an early quote":    {early, "the file has 261 MiB, and the limit is 256 MiB; split it by year or by organisation"},
		"not UTF-8":         {latin, "it holds bytes that are not UTF-8, and a list like that is read up to 256 MiB only, where this one has 261 MiB"},
		"no list":           {counted, "the file has 261 MiB, and the limit is 256 MiB"},
		"kind in its cells": {untold, "the file has 261 MiB, and the limit is 256 MiB"}, // its first rows do not tell what the others count
		"read in order":     {streamed{vastList()}, "the file has 261 MiB, and the limit is 256 MiB"},
		"nothing about it":  {vast{name: "x.csv", row: "a", size: csvfile.MaxFileBytes + 5*mib}, "the file has 261 MiB, and the limit is 256 MiB"},
	} {
		if testing.Short() && name == "not UTF-8" {
			continue // it is found far into the file
		}
		_, report, err := Open(context.Background(), c.fsys, Options{}, nil)
		if !errors.Is(err, ErrNothingUsable) || len(report.Files) != 1 || report.Files[0].Outcome != source.Refused ||
			!strings.HasPrefix(report.Files[0].Reason, c.want) || report.Files[0].RowsRead != 0 {
			t.Errorf("%s: %v %+v", name, err, report.Files)
		}
	}
}

func TestProgressTellsEachPercentOnce(t *testing.T) {
	var got []Progress
	told := teller{to: func(p Progress) { got = append(got, p) }}
	told.next("a.csv", 0, 2)
	for done := int64(0); done <= 1000; done++ {
		told.tell(done/2, done, 1000)
	}
	if len(got) != 101 || got[1] != (Progress{File: "a.csv", Total: 2, Rows: 5, Bytes: 10, Size: 1000}) || got[100].Bytes != 1000 {
		t.Errorf("%d calls: %+v", len(got), got)
	}
	told.next("b.csv", 1, 2)
	told.tell(0, 0, 0) // an empty file
	told.tell(1, 1, 100)
	if len(got) != 103 || got[102] != (Progress{File: "b.csv", Done: 1, Total: 2, Rows: 1, Bytes: 1, Size: 100}) {
		t.Errorf("%+v", got[101:])
	}
}

// TestCancelReachesEveryRead: after a cancel no more of a file is read than the piece
// that is under way.
func TestCancelReachesEveryRead(t *testing.T) {
	list := vastList()
	note := "," + strings.Repeat("long ", 40) + "\n" // few rows of many bytes: it is the bytes that are read by pieces
	counted := vast{name: "workforce.csv", begin: "year,staff_category,pay_band,ethnicity,headcount,note\n", row: "2024,clinical,5,White,12" + note, size: 8 * mib}
	unknown := vast{name: "x.csv", begin: "alpha,beta,note\n", row: "1,2" + note, size: 8 * mib}
	wide := vast{name: "counts.csv", begin: "count,White,BME,note\n", row: "headcount,1,2" + note, size: 8 * mib}
	for _, v := range []vast{list, counted, unknown, wide} {
		for _, after := range []int{0, 1, 2, 5} {
			ctx, cancel := context.WithCancel(t.Context())
			calls, late := 0, 0
			_, _, err := Open(ctx, v, Options{}, func(Progress) {
				if calls++; calls > after {
					if ctx.Err() != nil {
						late++
					}
					cancel()
				}
			})
			cancel()
			if !errors.Is(err, context.Canceled) || late > 2 {
				t.Errorf("%s, after %d: %v, %d late", v.name, after, err, late)
			}
		}
	}
}

func TestUnreadableFiles(t *testing.T) {
	broken := errors.New("input/output error")
	for _, at := range []int64{0, 3 * mib, 20*mib - 5} {
		v := vastList()
		v.size = 20 * mib
		_, report, err := Open(context.Background(), failingFS{v, at, broken}, Options{}, nil)
		if !errors.Is(err, ErrNothingUsable) || report.Files[0].Reason != "the file cannot be read: input/output error" {
			t.Errorf("at %d: %v %+v", at, err, report.Files)
		}
	}
	_, report, _ := Open(context.Background(), fstest.MapFS{"staff.csv": {Mode: fs.ModeNamedPipe}}, Options{}, nil)
	if r := report.Files[0].Reason; r != "it is not a file that holds text; remove it from the folder" {
		t.Error(r)
	}
}

// failingFS is a folder whose file cannot be read at a place.
type failingFS struct {
	vast
	at  int64
	err error
}

func (f failingFS) Open(name string) (fs.File, error) {
	file, err := f.vast.Open(name)
	if err != nil || name == "." {
		return file, err
	}
	return &failingFile{file.(*vastFile), f}, nil
}

type failingFile struct {
	*vastFile
	fails failingFS
}

func (f *failingFile) ReadAt(p []byte, off int64) (int, error) {
	if off <= f.fails.at && f.fails.at < off+int64(len(p)) {
		return 0, fmt.Errorf("read %s: %w", "staff.csv", &fs.PathError{Op: "read", Path: "staff.csv", Err: f.fails.err})
	}
	return f.vastFile.ReadAt(p, off)
}

func (f *failingFile) Read(p []byte) (int, error) {
	n, err := f.ReadAt(p, f.pos)
	f.pos += int64(n)
	return n, err
}
