package ethnic

import (
	"strings"
	"sync"

	"wres/model"
)

// esrEthnicity reads an ESR ethnic origin code. The first letter is national and
// decides the category; a second one is local detail. Source: NHS Data
// Dictionary, ethnic category code, and the ESR sub-codes.
func esrEthnicity(capitals string) (model.Ethnicity, bool) {
	code := strings.ToLower(capitals)
	if capitals != strings.ToUpper(code) {
		return model.UnknownEthnicity, false
	}
	if e, ok := esrCodes()[code]; ok {
		return e, true
	}
	if len(code) == 2 && strings.Contains(esrSubCodes()[code[:1]], code[1:]) {
		return esrCodes()[code[:1]], true
	}
	return model.UnknownEthnicity, false
}

// IsCode reports whether a cell is an ESR code and nothing else.
func IsCode(cell string) bool {
	_, ok := esrEthnicity(strings.TrimSpace(cell))
	return ok
}

var esrCodes = sync.OnceValue(func() map[string]model.Ethnicity {
	return map[string]model.Ethnicity{
		"a": model.WhiteBritish, "b": model.WhiteIrish, "c": model.OtherWhite,
		"cl": model.GypsyOrTraveller, "cm": model.GypsyOrTraveller, "cn": model.GypsyOrTraveller,
		"d": model.WhiteAndBlackCaribbean, "e": model.WhiteAndBlackAfrican, "f": model.WhiteAndAsian, "g": model.OtherMixed,
		"h": model.Indian, "j": model.Pakistani, "k": model.Bangladeshi, "l": model.OtherAsian,
		"m": model.Caribbean, "n": model.African, "p": model.OtherBlack, "r": model.Chinese, "s": model.OtherEthnic,
		"z": model.NotStated, "99": model.Missing,
	}
})

// esrSubCodes holds the second characters in use behind each national letter.
var esrSubCodes = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"c": "23abcdefghjklmnpqrstuvwxy",
		"g": "abcdef",
		"l": "abcdefghjk",
		"p": "abcde",
		"s": "abcde",
	}
})

// esrLabels holds the labels of the ESR sub-codes, with commas between the alternatives.
// Source: NHS Data Dictionary, ethnic category code.
var esrLabels = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"c2": "northern irish",
		"c3": "other white, white unspecified",
		"ca": "english",
		"cb": "scottish",
		"cc": "welsh",
		"cd": "cornish",
		"ce": "cypriot part not stated, cypriot",
		"cf": "greek",
		"cg": "greek cypriot",
		"ch": "turkish",
		"cj": "turkish cypriot",
		"ck": "italian",
		"cl": "irish traveller",
		"cm": "traveller",
		"cn": "gypsy romany",
		"cp": "polish",
		"cq": "all republics which made up the former ussr, former ussr",
		"cr": "kosovan",
		"cs": "albanian",
		"ct": "bosnian",
		"cu": "croatian",
		"cv": "serbian",
		"cw": "other republics which made up the former yugoslavia, former yugoslavia",
		"cx": "mixed white",
		"cy": "other white european, european unspecified, european mixed, european",
		"ga": "black and asian",
		"gb": "black and chinese",
		"gc": "black and white",
		"gd": "chinese and white",
		"ge": "asian and chinese",
		"gf": "other mixed, mixed unspecified",
		"la": "mixed asian",
		"lb": "punjabi",
		"lc": "kashmiri",
		"ld": "east african asian",
		"le": "sri lanka, sri lankan",
		"lf": "tamil",
		"lg": "sinhalese",
		"lh": "british asian",
		"lj": "caribbean asian",
		"lk": "other asian, asian unspecified",
		"pa": "somali",
		"pb": "mixed black",
		"pc": "nigerian",
		"pd": "black british",
		"pe": "other black, black unspecified",
		"sa": "vietnamese",
		"sb": "japanese",
		"sc": "filipino",
		"sd": "malaysian",
		"se": "any other group, other specified",
	}
})
