package fetch

import "stemma"

// Options limit what is taken in. The zero value takes the defaults.
type Options struct {
	// MaxSize is how many bytes one item may have, unpacked; [DefaultMaxSize] when 0.
	MaxSize int64
	// MaxExpansion is how many times its packed size a compressed file may
	// unpack to; [DefaultMaxExpansion] when 0. It counts only beyond ExpansionFloor.
	MaxExpansion int64
	// ExpansionFloor is how many bytes may be unpacked whatever the ratio;
	// [DefaultExpansionFloor] when 0.
	ExpansionFloor int64
	// MaxFolders is how deep folders may lie in folders; [DefaultMaxFolders] when 0.
	MaxFolders int
	// Hints are given to every page.
	Hints stemma.Hints
}

// The default limits of [Options]. An article is some kilobytes; the largest
// items of the piles tried are under 1 MiB. Text packs 3 to 10 times with gzip
// and zstd, a bomb 1,000 times and more.
const (
	DefaultMaxSize        = 64 << 20
	DefaultMaxExpansion   = 100
	DefaultExpansionFloor = 16 << 20
	DefaultMaxFolders     = 64
)

func (o Options) withDefaults() Options {
	if o.MaxSize == 0 {
		o.MaxSize = DefaultMaxSize
	}
	if o.MaxExpansion == 0 {
		o.MaxExpansion = DefaultMaxExpansion
	}
	if o.ExpansionFloor == 0 {
		o.ExpansionFloor = DefaultExpansionFloor
	}
	if o.MaxFolders == 0 {
		o.MaxFolders = DefaultMaxFolders
	}
	return o
}
