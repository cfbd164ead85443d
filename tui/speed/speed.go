// Package speed says how long the reading of a file still takes: how far it has come goes in
// as it comes, words come out.
package speed

import (
	"fmt"
	"time"
)

// Reading is how fast a file is read. The zero value is of none.
type Reading struct {
	file       string
	from, to   int64 // bytes, at first and now
	since, now time.Time
}

// At takes in how many bytes of a file are read by now. The first time of another file is the
// beginning of that.
func (r *Reading) At(file string, bytes int64, now time.Time) {
	if file != r.file {
		*r = Reading{file: file, from: bytes, since: now}
	}
	r.to, r.now = bytes, now
}

// least is the time below which nothing is said: the first of it to judge by, and what is
// left.
const least = 3 * time.Second

// Left says how long the rest of the file, of so many bytes, takes at the speed until now:
// ", about 40 s left"; "" where too little is known or left.
func (r *Reading) Left(size int64) string {
	read, took := r.to-r.from, r.now.Sub(r.since)
	if read <= 0 || took < least {
		return ""
	}
	left := time.Duration(float64(took) * float64(size-r.to) / float64(read))
	const step = 5 * time.Second
	switch {
	case left < least:
		return ""
	case left < 100*time.Second:
		return fmt.Sprintf(", about %d s left", (left+step/2)/step*5)
	}
	return fmt.Sprintf(", about %d min left", (left+time.Minute/2)/time.Minute)
}
