//go:build race

package disclosure_test

// ordinary is how many organisations are tried where nothing else is said: the race
// detector makes each ten times as slow.
const ordinary = 20
