//go:build !windows

package fetch

import (
	"errors"
	"syscall"
)

// isLinkLoop reports whether the system gave up on a chain of symbolic links.
func isLinkLoop(err error) bool { return errors.Is(err, syscall.ELOOP) }
