package store

import (
	"path/filepath"
	"syscall"
)

// File system numbers of statfs(2) for shares on which a write-ahead log does
// not work between machines.
const (
	fsNFS  = 0x6969
	fsSMB  = 0x517b
	fsSMB2 = 0xfe534d42
	fsCIFS = 0xff534d42
	fsAFS  = 0x5346414f
	fsCeph = 0x00c36400
	fs9P   = 0x01021997
)

// networkShare reports whether the case lies on a share of the network.
func networkShare(path string) bool {
	var st syscall.Statfs_t
	if syscall.Statfs(filepath.Dir(path), &st) != nil {
		return false
	}
	switch uint32(st.Type) {
	case fsNFS, fsSMB, fsSMB2, fsCIFS, fsAFS, fsCeph, fs9P:
		return true
	}
	return false
}
