package learn

// Mix makes the key of a feature from the number of its template and up to
// three values. Equal arguments give equal keys; the order of the values counts.
func Mix(template, a, b, c uint32) uint32 {
	h := uint64(template)*0x9e3779b97f4a7c15 + uint64(a)*0xc2b2ae3d27d4eb4f +
		uint64(b)*0x165667b19e3779f9 + uint64(c)*0xd6e8feb86659fd93
	h ^= h >> 32
	h *= 0xff51afd7ed558ccd
	return uint32(h >> 32)
}

// Hash returns the 32-bit FNV-1a hash of b, started from seed (0 for a plain one).
func Hash[T []byte | string](seed uint32, b T) uint32 {
	h := seed ^ 2166136261
	for i := range len(b) {
		h = (h ^ uint32(b[i])) * 16777619
	}
	return h
}
