package planfile

import "golang.org/x/sys/windows"

// What this system says of a full disk, and of one that takes nothing.
const errFull, errReadOnly = windows.ERROR_DISK_FULL, windows.ERROR_WRITE_PROTECT
