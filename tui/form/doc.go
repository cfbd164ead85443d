// Package form edits one action of the plan on one page: why it is there, what is done, by
// whom and when, what will show it, from where to where, and what it serves. What is rarely
// written stands behind a key, and by itself where it holds something.
//
// An action goes in, and the same with what was typed comes out: as a draft after each
// key, which the app journals, and as an edit of the plan once it is saved. It changes
// nothing by itself and asks the app alone: change the plan, ask this, keep this draft,
// list my keys, say this, close me. Where a figure leads is worked out by model/plan/aims,
// what others did stands in model/plan/ideas.
package form
