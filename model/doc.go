// Package model holds the nouns of the Workforce Race Equality Standard: years,
// ethnicity categories and groups, pay bands, clusters, staff categories, one
// organisation's return for a year, and the settings under which it is read.
//
// It stands at the start of the flow: loaders fill these types from extracts,
// model/indicator computes from them, and everything on screen or on paper is
// made from what that returns. It imports the standard library only and opens
// no file.
package model
