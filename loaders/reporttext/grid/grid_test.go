package grid

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// plainOptions know figures as any digits that are no year, and heads as years and groups.
var plainOptions = Options{
	Figures: func(s string) bool {
		return regexp.MustCompile(`[0-9]`).MatchString(regexp.MustCompile(`\b20[0-9]{2}(?:/[0-9]{2})?\b|31 March|[Bb]and 8?[0-9a-d]|Indicator [0-9]`).ReplaceAllString(s, ""))
	},
	Header: func(s string) bool {
		return regexp.MustCompile(`\b20[0-9]{2}\b|31 March|^(?:White|BME|Unknown|Total|Number.*|%.*|Headcount)$`).MatchString(s)
	},
}

func dump(blocks []Block) string {
	var b strings.Builder
	for _, block := range blocks {
		if p := block.Paragraph; p != nil {
			fmt.Fprintf(&b, "%d p%d%s %s\n", p.Pieces[0].Line, p.Level, map[bool]string{true: "-"}[p.Bullet], p.Text())
			continue
		}
		for _, r := range block.Table.Rows {
			texts := make([]string, len(r.Cells))
			for i, c := range r.Cells {
				texts[i] = c.Text
				if c.Line != r.Line && c.Text != "" && !r.Head {
					texts[i] += fmt.Sprintf("@%d", c.Line)
				}
			}
			fmt.Fprintf(&b, "%d %s %s\n", r.Line, map[bool]string{true: "head", false: "row "}[r.Head], strings.Join(texts, " ¦ "))
		}
	}
	return b.String()
}

func TestDump(t *testing.T) {
	if os.Getenv("DUMP") == "" {
		t.Skip()
	}
	for _, name := range strings.Split(os.Getenv("DUMP"), ",") {
		data, _ := os.ReadFile(name)
		fmt.Println(filepath.Base(name))
		fmt.Println(dump(Blocks(string(data), plainOptions)))
	}
}
