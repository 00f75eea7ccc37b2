package stemma

import "errors"

// ErrNotFound is returned, wrapped, when nothing in the case has the id asked for.
var ErrNotFound = errors.New("not found")
