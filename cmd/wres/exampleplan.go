package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/adrg/xdg"

	"wres/loaders/csvfile"
	"wres/loaders/planfile"
	"wres/model/plan"
	"wres/testdata/extracts"
)

// dataHome is the folder for the user's own data of programs.
func dataHome() string { return xdg.DataHome }

// examplePlan reads the plan that comes with the built-in example. planfile
// keeps plans on disk and this one is in the program, so its few plain rows are
// read here; the first save writes them where the user's own copy belongs.
func examplePlan() (plan.Plan, error) {
	content, err := extracts.FS.ReadFile(planfile.Name)
	if err != nil {
		return plan.Plan{}, fmt.Errorf("read the example's plan: %w", err)
	}
	file, err := csvfile.Decode(content)
	if err != nil {
		return plan.Plan{}, fmt.Errorf("read the example's plan: %w", err)
	}
	r := file.Reader()
	header, err := r.Read()
	if err != nil {
		return plan.Plan{}, fmt.Errorf("read the example's plan: %w", err)
	}
	header = append([]string(nil), header...) // the next Read may use it again
	var actions []plan.Action
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return plan.New(nil, actions), nil
		}
		if err != nil {
			return plan.Plan{}, fmt.Errorf("read the example's plan: %w", err)
		}
		var a plan.Action
		for i, column := range header {
			if field, known := plan.FieldFor(column); known && i < len(cells) {
				a = field.With(a, cells[i])
			}
		}
		actions = append(actions, a)
	}
}
