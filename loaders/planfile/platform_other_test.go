//go:build !windows

package planfile

import "syscall"

// What this system says of a full disk, and of one that takes nothing.
const errFull, errReadOnly = syscall.ENOSPC, syscall.EROFS
