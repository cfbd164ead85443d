package planfile

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"wres/model"
	"wres/model/plan"
	"wres/model/source"
)

// Plans are the plans that a report of a year is written with.
type Plans struct {
	Of       plan.Plan  // of the year; empty where Unkept
	Ended    bool       // it is one that was kept, and no longer that of now
	Unkept   bool       // the plan of now is of a later year, and none of this one was kept
	Unread   bool       // the file of the plan of the year could not be read, so that Of is empty
	Before   plan.Plan  // of the nearest earlier year of which one was kept
	Since    model.Year // that year; 0: none was
	Problems []source.Problem
}

// PlansOf finds the plans of a year and of the nearest year before it among those that were
// kept in a folder, and the plan of now. Latest is the year of the latest figures: a plan of
// now that names no year is of that one, or of the year after the last plan that was kept.
func PlansOf(folder string, now plan.Plan, year, latest model.Year) (Plans, error) {
	kept, err := keptYears(folder)
	if err != nil {
		return Plans{}, err
	}
	var all Plans
	read := func(of model.Year) (p plan.Plan, unread bool) {
		f, failed := Load(filepath.Join(folder, plan.ArchiveName(of)))
		if failed != nil {
			err = cmp.Or(err, failed)
			return p, true
		}
		all.Problems = append(all.Problems, f.problems...)
		return f.Plan(), f.unread()
	}
	from := now.Year() // from which on the plan of now is that of each year
	if from == 0 {
		from = latest
	}
	if n := len(kept); n > 0 {
		from = max(from, kept[n-1]+1)
	}
	at, found := slices.BinarySearch(kept, year)
	switch {
	case found:
		all.Of, all.Unread = read(year)
		all.Ended = true
	case year >= from:
		all.Of = now
		all.Unread = now.Len() == 0 && unreadNow(folder)
	default:
		all.Unkept = true
	}
	if at > 0 {
		all.Since = kept[at-1]
		all.Before, _ = read(all.Since)
	}
	return all, err
}

// unread reports whether nothing of a plan was understood, which is not to have no actions.
func (f *File) unread() bool { return f.sheet.damaged && f.sheet.plan.Len() == 0 }

// unreadNow reports whether nothing of the plan of now in a folder is understood.
func unreadNow(folder string) bool {
	f, err := Load(filepath.Join(folder, Name))
	return err != nil || f.unread()
}

// keptYears lists the years of which a plan was kept in a folder, the earliest first.
func keptYears(folder string) ([]model.Year, error) {
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var years []model.Year
	for _, e := range entries {
		year, kept := plan.ArchiveYear(e.Name())
		if !kept {
			continue
		}
		if info, err := os.Stat(filepath.Join(folder, e.Name())); err == nil && info.IsDir() {
			continue // there is no plan in a folder, whatever its name
		}
		years = append(years, year)
	}
	slices.Sort(years)
	return years, nil
}

// WithKept lists a plan's file and those of the plans that were kept beside it.
func WithKept(path string) []string {
	files := []string{path}
	years, err := keptYears(filepath.Dir(path))
	if err != nil { // what cannot be listed cannot be read either
		return files
	}
	for _, year := range years {
		files = append(files, filepath.Join(filepath.Dir(path), plan.ArchiveName(year)))
	}
	return files
}
