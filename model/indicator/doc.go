// Package indicator turns an organisation's counts into the indicators of
// the Workforce Race Equality Standard, the clusters and the race disparity
// ratio.
//
// It stands in the middle of the flow: loaders fill a model.Organisation, Compute
// makes immutable Results of it, model/words says them, and screens, summaries and
// reports are made from both. An indicator is one entry of Catalogue, and what is
// particular to it stands there: its names, its extract, whether the workforce stands
// behind it, by which names its counts are printed. How it is counted is its
// Shape, one of four, each a file: bands, likelihood, survey, board. A likelihood of an
// event with an extract of its own is an entry and no code.
//
// No sentence is made here. A warning is a value with its numbers, and a figure that
// cannot be computed is nil with a Warning that says why: nothing returns NaN or Inf.
package indicator
