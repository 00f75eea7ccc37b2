//go:build !linux

package store

import (
	"path/filepath"
	"strings"
)

// networkShare reports whether the case lies on a share of the network, as far
// as its path says: `\\server\share` on Windows, /Volumes on macOS, where
// outside disks are mounted too and lose nothing by the older journal.
func networkShare(path string) bool {
	full, err := filepath.Abs(path)
	if err != nil {
		return false
	}
	return strings.HasPrefix(full, `\\`) || strings.HasPrefix(full, "/Volumes/")
}
