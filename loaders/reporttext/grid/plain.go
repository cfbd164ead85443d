package grid

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
	"wres/model/pattern"
)

// What is taken off a text. A tag is one of those that text is marked up with: "<5 staff>"
// is none.
var (
	footnoteTag = pattern.Of(`(?i)<sup[^<>]{0,80}>\s*(?:\[?[0-9]{1,2}(?:\s*,\s*[0-9]{1,2})*\]?|[*†‡§#]+|\[?[a-z]\]?)\s*</sup>`)
	breakTag    = pattern.Of(`(?i)</?(?:br|p|li|ul|ol|div|td|th|tr|table|tbody|thead|tfoot|h[1-6]|hr)(?:\s[^<>]{0,300})?\s?/?>`)
	markupTag   = pattern.Of(`(?i)</?(?:b|i|em|strong|sup|sub|span|u|a|s|del|ins|font|small|big|mark|img|code|caption|colgroup|col|cite|abbr|center|blockquote|label|section|article)(?:\s[^<>]{0,300})?/?>`)
	comment     = pattern.Of(`<!--.*?-->`)
	link        = pattern.Of(`!?\[([^\[\]]*)\]\([^()\s]*(?: "[^"]*")?\)`)
	footnote    = pattern.Of(`\[\^[^\[\]]{1,20}\]:?|\^\[?[0-9]{1,2}\]?\^`)
	numbered    = pattern.Of(`([\pL0-9%).,])\[[0-9]{1,2}\]`)
	strong      = pattern.Of(`\*\*(\S(?:.*?\S)?)\*\*|\b__(\S(?:.*?\S)?)__\b`)
	emphasis    = pattern.Of(`(^|[\s(\[])(?:\*([^\s*](?:[^*]*[^\s*])?)\*|_([^\s_](?:[^_]*[^\s_])?)_)($|[\s).,;:\]])`)
	escape      = pattern.Of("\\\\([\\\\`*_{}\\[\\]()#+\\-.!|<>~%$&^])")
	footStar    = pattern.Of(`([\pL0-9%)\].])[*†‡§]+($|[^\pL0-9*])`)
	superscript = pattern.Of(`[¹²³⁰⁴-⁹]+(?:[,;][¹²³⁰⁴-⁹]+)*`)
)

// visible takes off what cannot be seen: soft hyphens, joiners and marks of no width. Other
// spaces than the ordinary become one. Other characters that act or hide stay, to be shown.
func visible(s string) string {
	if isASCII(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case 0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff:
			return -1
		}
		if r > unicode.MaxASCII && unicode.Is(unicode.Zs, r) {
			return ' '
		}
		return r
	}, s)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Plain gives a text without tags, footnote marks and marks of Markdown.
func Plain(s string) string {
	if strings.ContainsRune(s, '<') {
		s = comment().ReplaceAllString(s, "")
		s = footnoteTag().ReplaceAllString(s, "")
		s = breakTag().ReplaceAllString(s, " ")
		s = markupTag().ReplaceAllString(s, "")
	}
	if strings.ContainsRune(s, '&') {
		s = visible(html.UnescapeString(s))
	}
	if strings.ContainsRune(s, '[') {
		s = link().ReplaceAllString(s, "$1")
		s = footnote().ReplaceAllString(s, "")
		s = numbered().ReplaceAllString(s, "$1")
	}
	if strings.ContainsAny(s, "*_`\\~†‡§") {
		s = unmarked(s)
	}
	if !isASCII(s) {
		s = superscript().ReplaceAllString(s, "")
	}
	return strings.TrimSpace(s)
}

// unmarked takes the marks of Markdown, and footnote stars, off a text. A text of stars only
// stands for a figure that is not shown.
func unmarked(s string) string {
	if strings.Trim(s, "* ") == "" {
		return s
	}
	s = strong().ReplaceAllString(s, "$1$2")
	s = emphasis().ReplaceAllString(s, "$1$2$3$4")
	if strings.Trim(s, "* ") != "" {
		s = strings.ReplaceAll(s, "**", "")
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "`", ""), "~~", "")
	s = escape().ReplaceAllString(s, "$1")
	return footStar().ReplaceAllString(s, "$1$2")
}
