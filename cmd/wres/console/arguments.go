package console

import (
	"runtime"
	"strings"
)

// Arguments gives the arguments of a run with the paths of Windows in their usual spelling;
// elsewhere they are given as they are.
func Arguments(args []string) []string {
	if runtime.GOOS != "windows" {
		return args
	}
	return withoutPrefixes(args)
}

func withoutPrefixes(args []string) []string {
	usual := make([]string, len(args))
	for i, arg := range args {
		usual[i] = withoutPrefix(arg)
	}
	return usual
}

// withoutPrefix gives a path of Windows that begins with \\?\ in its usual spelling. Windows
// takes such a path letter by letter, so that "." in it is a file's name, and Go's folders
// cannot be opened. A long one needs the prefix no more: Go sees to that. A path that is
// another without it, for a name that ends in a dot or a space, stays as it is.
func withoutPrefix(path string) string {
	rest, has := strings.CutPrefix(path, `\\?\`)
	if !has || strings.Contains(rest, "/") {
		return path
	}
	for name := range strings.SplitSeq(rest, `\`) {
		if strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") {
			return path
		}
	}
	const network = `UNC\`
	switch {
	case len(rest) > len(network) && strings.EqualFold(rest[:len(network)], network):
		return `\\` + rest[len(network):]
	case len(rest) > 2 && rest[1:3] == `:\`:
		return rest
	}
	return path
}
