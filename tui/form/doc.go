// Package form edits one action of the plan: every field of plan.Fields that is not the
// program's own.
//
// An action goes in, and the same with what was typed comes out: as a draft after each
// key, which the app journals, and as an edit of the plan once it is saved. It changes
// nothing by itself and tells the app no more than three things: change the plan, ask
// this, close me.
package form
