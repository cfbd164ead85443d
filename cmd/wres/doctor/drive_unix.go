//go:build linux || darwin

package doctor

import "golang.org/x/sys/unix"

// writable gives the error of making a file in a folder, without making one.
func writable(folder string) error { return unix.Access(folder, unix.W_OK|unix.X_OK) }

// drive gives the bytes that are free for this user where a folder is, and whether that is a
// drive of the network.
func drive(folder string) (free uint64, network bool, err error) {
	var s unix.Statfs_t
	if err := unix.Statfs(folder, &s); err != nil {
		return 0, false, err
	}
	return uint64(s.Bavail) * uint64(s.Bsize), remote(&s), nil
}
