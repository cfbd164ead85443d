package console

import (
	"errors"
	"testing"

	"golang.org/x/sys/windows"
)

// open opens a console's own name, which is there where the test has a console.
func open(t *testing.T, name string) windows.Handle {
	t.Helper()
	pointer, err := windows.UTF16PtrFromString(name)
	if err != nil {
		t.Fatal(err)
	}
	h, err := windows.CreateFile(pointer, windows.GENERIC_READ|windows.GENERIC_WRITE, windows.FILE_SHARE_READ|windows.FILE_SHARE_WRITE, nil, windows.OPEN_EXISTING, 0, 0)
	if err != nil {
		t.Skipf("the test has no console: %v", err)
	}
	t.Cleanup(func() { _ = windows.CloseHandle(h) })
	return h
}

// A console in its legacy mode refuses each sign that it does not know.
func TestLegacyConsoleIsNotReady(t *testing.T) {
	in, out := open(t, "CONIN$"), open(t, "CONOUT$")
	for _, refused := range []uint32{input, output, windows.DISABLE_NEWLINE_AUTO_RETURN} {
		modes := map[windows.Handle]uint32{}
		err := ready(uintptr(in), uintptr(out), func(h windows.Handle, mode uint32) error {
			if h == in == (refused == input) && mode&refused != 0 {
				return windows.ERROR_INVALID_PARAMETER
			}
			modes[h] = mode
			return nil
		})
		if !errors.Is(err, windows.ERROR_INVALID_PARAMETER) {
			t.Errorf("without %#x: %v", refused, err)
		}
		if modes[in]&input != 0 {
			t.Errorf("without %#x the keys stay as the app has them", refused)
		}
	}
}

func TestReadyLeavesTheConsoleAsItWas(t *testing.T) {
	in, out := open(t, "CONIN$"), open(t, "CONOUT$")
	mode := func(h windows.Handle) (m uint32) {
		if err := windows.GetConsoleMode(h, &m); err != nil {
			t.Fatal(err)
		}
		return m
	}
	before := [2]uint32{mode(in), mode(out)}
	if err := Ready(uintptr(in), uintptr(out)); err != nil {
		t.Skipf("this console is in its legacy mode: %v", err)
	}
	if after := [2]uint32{mode(in), mode(out)}; after != before {
		t.Errorf("the modes were %v and are %v", before, after)
	}
}
