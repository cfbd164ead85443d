package csvfile

import "golang.org/x/sys/cpu"

// hasVectors reports whether the processor has AVX2, which maskBlocks needs.
var hasVectors = cpu.X86.HasAVX2

// maskBlocks finds the delimiters, line feeds, quotes and bytes outside ASCII of some
// blocks, at least one.
//
//go:noescape
func maskBlocks(text *byte, blocks int, delim byte, masks *blockMasks)
