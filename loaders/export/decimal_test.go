package export

import (
	"encoding/json"
	"math"
	"reflect"
	"testing"
)

func TestComputedNumbersHaveTwelveDigits(t *testing.T) {
	for _, c := range []struct {
		number             float64
		inJSON, inCSV, ofP string
	}{
		{51. / 371, "0.137466307278", "0.137466307278", "0.137466307278"},
		{math.Nextafter(51./371, 1), "0.137466307278", "0.137466307278", "0.137466307278"},
		{-2. / 3, "-0.666666666667", "-0.666666666667", "-0.666666666667"},
		{123456789012345, "123456789012000", "123456789012000", "1.23456789012e+14"},
		{1. / 3e110, "3.33333333333e-111", "0." + zeros(110) + "333333333333", "3.33333333333e-111"},
		{0.95, "0.95", "0.95", "0.95"},
		{0, "0", "0", "0"},
		{math.Copysign(0, -1), "0", "0", "0"},
		{math.MaxFloat64, "1.79769313486e+308", "", "1.79769313486e+308"},
	} {
		data, err := json.Marshal(decimal(c.number))
		if err != nil || string(data) != c.inJSON {
			t.Errorf("JSON has %v as %s (%v), want %s", c.number, data, err, c.inJSON)
		}
		if cell, err := decimal(c.number).MarshalCSV(); err != nil || cell != c.inCSV && c.inCSV != "" {
			t.Errorf("CSV has %v as %s (%v), want %s", c.number, cell, err, c.inCSV)
		}
		if cell, err := probability(c.number).MarshalCSV(); err != nil || cell != c.ofP {
			t.Errorf("CSV has the p value %v as %s (%v), want %s", c.number, cell, err, c.ofP)
		}
	}
}

func zeros(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = '0'
	}
	return string(b)
}

// A number of another type would be written with all its digits, which differ between
// processors.
func TestEveryNumberOfADocumentIsADecimal(t *testing.T) {
	numbers := 0
	var look func(name string, of reflect.Type)
	look = func(name string, of reflect.Type) {
		switch {
		case of == reflect.TypeFor[decimal](), of == reflect.TypeFor[probability]():
			numbers++
		case of.Kind() == reflect.Float64, of.Kind() == reflect.Float32:
			t.Errorf("%s is a %s, want a decimal", name, of)
		case of.Kind() == reflect.Pointer, of.Kind() == reflect.Slice, of.Kind() == reflect.Array, of.Kind() == reflect.Map:
			look(name, of.Elem())
		case of.Kind() == reflect.Struct:
			for i := range of.NumField() {
				look(name+"."+of.Field(i).Name, of.Field(i).Type)
			}
		}
	}
	for _, document := range []any{
		summaryDoc{}, briefDoc{}, checkDoc{}, comparisonDoc{}, errorDoc{}, planDoc{}, adviceDoc{}, valueRow{}, comparisonRow{},
		bandDoc{}, clusterDoc{}, partDoc{}, boardDoc{}, // the rows of a year, which are of any type
	} {
		look(reflect.TypeOf(document).Name(), reflect.TypeOf(document))
	}
	if numbers < 60 {
		t.Errorf("%d numbers were looked at, fewer than a summary has", numbers)
	}
}
