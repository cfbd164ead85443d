//go:build !race

package main

// ordinary is how many organisations are tried where nothing else is said.
const ordinary = 300
