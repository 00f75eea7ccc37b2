package learn

// Rand is a small generator of pseudo-random numbers (splitmix64) that gives
// the same numbers for the same seed on every machine and in every release.
type Rand struct{ state uint64 }

// NewRand returns a generator that starts from the seed.
func NewRand(seed uint64) *Rand { return &Rand{state: seed} }

// Uint64 returns the next 64 bits.
func (r *Rand) Uint64() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// Intn returns a number in [0, n), for n up to 2^31.
func (r *Rand) Intn(n int) int { return int(r.Uint64() >> 33 * uint64(n) >> 31) }

// Shuffle puts the n items that swap exchanges into a random order.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	for i := n - 1; i > 0; i-- {
		swap(i, r.Intn(i+1))
	}
}
