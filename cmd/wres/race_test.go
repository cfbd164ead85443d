//go:build race

package main

// ordinary is how many organisations are tried where nothing else is said: the race
// detector makes each ten times as slow, and finds nothing in one that it does not in another.
const ordinary = 30
