package csvfile

import "golang.org/x/sys/cpu"

// hasVectors reports whether the processor has what indexBlocks needs, as nearly all
// have since 2015.
var hasVectors = cpu.X86.HasAVX2 && cpu.X86.HasBMI1 && cpu.X86.HasPCLMULQDQ && cpu.X86.HasPOPCNT

// indexBlocks does what [index.blocks] does, for some blocks, at least one, of which
// none reaches up to until. ends and rows have room for all that could be found, and
// eight more. Where bad is not 0 afterwards, what it wrote is void.
//
//go:noescape
func indexBlocks(text *byte, blocks int, delim byte, ends, rows *uint32, state *blockState)
