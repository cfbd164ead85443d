//go:build !linux && !darwin && !windows

package doctor

import "errors"

func writable(string) error { return errors.ErrUnsupported }

func drive(string) (free uint64, network bool, err error) { return 0, false, errors.ErrUnsupported }
