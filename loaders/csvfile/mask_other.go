//go:build !amd64

package csvfile

// hasVectors reports whether maskBlocks can be used.
const hasVectors = false

func maskBlocks(*byte, int, byte, *blockMasks) { panic("there are no vectors") }
