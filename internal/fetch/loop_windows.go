package fetch

import (
	"errors"
	"syscall"
)

// cantResolveFilename is Windows' ERROR_CANT_RESOLVE_FILENAME.
const cantResolveFilename = syscall.Errno(1921)

// isLinkLoop reports whether the system gave up on a chain of symbolic links.
func isLinkLoop(err error) bool { return errors.Is(err, cantResolveFilename) }
