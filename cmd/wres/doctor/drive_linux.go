package doctor

import "golang.org/x/sys/unix"

// remote tells the file systems of a network by their numbers. One that a program serves
// (FUSE) may be either, and is not told.
func remote(s *unix.Statfs_t) bool {
	const cifs, smb2, ceph = 0xff534d42, 0xfe534d42, 0x00c36400
	switch uint32(s.Type) {
	case unix.NFS_SUPER_MAGIC, unix.SMB_SUPER_MAGIC, unix.AFS_SUPER_MAGIC, unix.CODA_SUPER_MAGIC, cifs, smb2, ceph:
		return true
	}
	return false
}
