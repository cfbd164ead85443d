package doctor

import "golang.org/x/sys/unix"

// remote reports whether the system says that a drive is not local.
func remote(s *unix.Statfs_t) bool { return s.Flags&unix.MNT_LOCAL == 0 }
