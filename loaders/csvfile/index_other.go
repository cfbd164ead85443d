//go:build !amd64

package csvfile

// hasVectors reports whether indexBlocks can be used.
const hasVectors = false

func indexBlocks(*byte, int, byte, *uint32, *uint32, *blockState) { panic("there are no vectors") }
