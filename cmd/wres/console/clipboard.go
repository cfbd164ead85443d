package console

// Clipboard reports whether a terminal may put text on the clipboard when it is asked to. None
// answers, so this goes by what is known of them: the console of Linux, the terminal of macOS
// and the old console of Windows do not.
func Clipboard(goos string, getenv func(string) string) bool {
	switch {
	case getenv("TERM") == "linux", getenv("TERM_PROGRAM") == "Apple_Terminal":
		return false
	case goos == "windows":
		return getenv("WT_SESSION") != "" || getenv("TERM_PROGRAM") != ""
	}
	return true
}
