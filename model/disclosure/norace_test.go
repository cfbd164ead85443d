//go:build !race

package disclosure_test

// ordinary is how many organisations are tried where nothing else is said.
const ordinary = 150
