package ud

import "stemma/internal/learn"

// four packs up to four tags, relations or small counts into one value.
func four(a, b, c, d uint32) uint32 { return a&0xff | b&0xff<<8 | c&0xff<<16 | d&0xff<<24 }

// arcKeys appends the features of a state. Names: s0 is the top of the stack,
// s1 and s2 the words below it, b0 the front of the buffer, b1 and b2 the words
// after it; of each, w is the word, t the class, p the universal tag, g the
// cluster; l and r are children on the left and right. The templates follow
// Zhang and Nivre 2011, adapted to a front of the buffer that has children.
func arcKeys(keys []uint32, s *state, v *sentence) []uint32 {
	empty := fresh(none)
	n0, n1, n2 := &empty, &empty, &empty
	if s.top >= 0 {
		n0 = &s.nodes[s.top]
		if n0.prev >= 0 {
			n1 = &s.nodes[n0.prev]
			if n1.prev >= 0 {
				n2 = &s.nodes[n1.prev]
			}
		}
	}
	nb := &s.front
	s0, s1, s2, b0 := n0.tok, n1.tok, n2.tok, nb.tok
	s0w, s1w, s2w, b0w, b1w, b2w := v.low(s0), v.low(s1), v.low(s2), v.low(b0), v.low(b0+1), v.low(b0+2)
	s0t, s1t, s2t, b0t, b1t, b2t := v.tag(s0), v.tag(s1), v.tag(s2), v.tag(b0), v.tag(b0+1), v.tag(b0+2)
	s0p, s1p, s2p, b0p, b1p := v.upos(s0), v.upos(s1), v.upos(s2), v.upos(b0), v.upos(b0+1)
	s0g, s1g, b0g := v.cluster(s0), v.cluster(s1), v.cluster(b0)
	x := learn.Mix

	keys = append(keys,
		x(1, 0, 0, 0),
		x(2, s0w, 0, 0), x(3, s0t, 0, 0), x(4, s0w, s0t, 0), x(5, s1w, 0, 0), x(6, s1t, 0, 0), x(7, s1w, s1t, 0),
		x(8, b0w, 0, 0), x(9, b0t, 0, 0), x(10, b0w, b0t, 0), x(11, b1w, 0, 0), x(12, b1t, 0, 0), x(13, b1w, b1t, 0),
		x(14, b2t, 0, 0), x(15, b2w, 0, 0), x(16, s2t, 0, 0), x(17, s2w, 0, 0),
		x(18, four(v.tag(s0-1), s0t, v.tag(s0+1), 0), 0, 0), x(19, four(v.tag(b0-1), b0t, s0t, 0), 0, 0),

		x(20, s0w, b0w, 0), x(21, s0w, b0t, 0), x(22, s0t, b0w, 0), x(23, s0t, b0t, 0), x(24, s0w, s0t, b0t), x(25, s0t, b0w, b0t),
		x(26, s1w, s0w, 0), x(27, s1w, s0t, 0), x(28, s1t, s0w, 0), x(29, s1t, s0t, 0), x(30, s1w, s1t, s0t), x(31, s1t, s0w, s0t),
		x(32, s1w, b0w, 0), x(33, s1w, b0t, 0), x(34, s1t, b0w, 0), x(35, s1t, b0t, 0),
		x(36, b0t, b1t, 0), x(37, b0w, b1t, 0), x(38, b0t, b1w, 0), x(39, b0w, b1w, 0),
		x(40, s0t, b1t, 0), x(41, s0w, b1t, 0), x(42, s1t, b1t, 0), x(43, s2t, b0t, 0), x(44, s2t, s0t, 0), x(45, s2t, s0w, 0), x(46, s2w, s0t, 0),

		x(47, four(s0t, b0t, b1t, 0), 0, 0), x(48, four(s1t, s0t, b0t, 0), 0, 0), x(49, four(s2t, s1t, s0t, 0), 0, 0),
		x(50, four(b0t, b1t, b2t, 0), 0, 0), x(51, four(s2t, s0t, b0t, 0), 0, 0), x(52, four(s1t, s0t, b0t, b1t), 0, 0),
		x(53, four(s2p, s1p, s0p, b0p), 0, 0), x(54, four(s1p, s0p, b0p, b1p), v.upos(b0+2), 0),
		x(55, s1w, four(s0t, b0t, 0, 0), 0), x(56, s0w, four(s1t, b0t, 0, 0), 0), x(57, b0w, four(s1t, s0t, 0, 0), 0),
		x(58, s0w, four(b0t, b1t, 0, 0), 0), x(59, b0w, four(s0t, b1t, 0, 0), 0), x(60, b1w, four(s0t, b0t, 0, 0), 0),
		x(61, s1w, s0w, b0t), x(62, s1t, s0w, b0w), x(63, s1w, s0t, b0w),
	)
	return childKeys(keys, s, v, n0, n1, n2, four(s0t, s1t, b0t, s2t), [3]uint32{s0g, s1g, b0g})
}

// childKeys appends the features that ask for children, distances and what
// stands between. tags packs the classes of s0, s1, b0 and s2.
func childKeys(keys []uint32, s *state, v *sentence, n0, n1, n2 *node, tags uint32, g [3]uint32) []uint32 {
	nb := &s.front
	s0t, s1t, b0t := tags&0xff, tags>>8&0xff, tags>>16&0xff
	s0w, s1w, s2w, b0w := v.low(n0.tok), v.low(n1.tok), v.low(n2.tok), v.low(nb.tok)
	s0lt, s0rt, s1lt, s1rt, b0lt := v.tag(n0.l1), v.tag(n0.r1), v.tag(n1.l1), v.tag(n1.r1), v.tag(nb.l1)
	s0lw, s0rw, s1rw, b0lw := v.low(n0.l1), v.low(n0.r1), v.low(n1.r1), v.low(nb.l1)
	s0l, s0r, s1l, s1r, b0l := uint32(n0.l1rel), uint32(n0.r1rel), uint32(n1.l1rel), uint32(n1.r1rel), uint32(nb.l1rel)
	s0ll, s0rr, s1rr, b0ll := uint32(n0.l2rel), uint32(n0.r2rel), uint32(n1.r2rel), uint32(nb.l2rel)
	d10, d0b := distance(n1.tok, n0.tok), distance(n0.tok, nb.tok)
	m10, m0b := v.between(n1.tok, n0.tok), v.between(n0.tok, nb.tok)
	x := learn.Mix
	return append(keys,
		x(70, s0w, s0l, 0), x(71, s0w, s0r, 0), x(72, s1w, s1l, 0), x(73, s1w, s1r, 0), x(74, b0w, b0l, 0),
		x(75, four(s0t, s0lt, b0t, 0), 0, 0), x(76, four(s0t, s0rt, b0t, 0), 0, 0), x(77, four(s1t, s1lt, s0t, 0), 0, 0),
		x(78, four(s1t, s1rt, s0t, 0), 0, 0), x(79, four(s0t, b0lt, b0t, 0), 0, 0), x(80, four(s1t, s0t, s0lt, 0), 0, 0),
		x(81, four(s1t, s0t, s0rt, 0), 0, 0), x(82, four(s1t, s1rt, b0t, 0), 0, 0), x(83, four(s1t, s0t, b0t, b0lt), 0, 0),
		x(84, four(s0t, s0lt, v.tag(n0.l2), 0), s0l, s0ll), x(85, four(s0t, s0rt, v.tag(n0.r2), 0), s0r, s0rr),
		x(86, four(s1t, s1rt, v.tag(n1.r2), 0), s1r, s1rr), x(87, four(b0t, b0lt, v.tag(nb.l2), 0), b0l, b0ll),
		x(88, four(s0t, s0l, s0ll, b0t), 0, 0), x(89, four(s0t, s0r, s0rr, b0t), 0, 0), x(90, four(s1t, s1r, s1rr, s0t), 0, 0),
		x(91, four(b0t, b0l, b0ll, s0t), 0, 0), x(92, four(s1t, s1l, s1r, s0t), s0l, s0r), x(93, four(s0t, s0l, s0r, b0t), b0l, 0),

		x(94, s0rw, s0t, b0t), x(95, s0lw, s0t, b0t), x(96, s1rw, s1t, s0t), x(97, b0lw, b0t, s0t), x(98, s0lw, s0t, s1t),
		x(99, s1w, s0lw, 0), x(100, s1w, s0lw, s0w), x(101, s1t, s0lw, s0w), x(102, s0w, b0lw, 0), x(103, s0w, b0lw, b0w), x(104, s0t, b0lw, b0w),
		x(105, s2w, s0lw, s1t), x(106, s1w, b0lw, s0t), x(107, s1w, four(s0t, s0l, s0r, 0), 0), x(108, s0w, four(b0t, b0l, 0, 0), 0),

		x(109, four(d10, s1t, s0t, 0), 0, 0), x(110, d10, s1w, s0t), x(111, d10, s1t, s0w), x(112, four(d0b, s0t, b0t, 0), 0, 0),
		x(113, d0b, s0w, b0t), x(114, d0b, s0t, b0w), x(115, four(d10, d0b, s1t, s0t), b0t, 0),
		x(116, s0w, uint32(n0.nl), 1), x(117, s0w, uint32(n0.nr), 0), x(118, s1w, uint32(n1.nr), 0), x(119, b0w, uint32(nb.nl), 0),
		x(120, four(s0t, uint32(n0.nl), uint32(n0.nr), b0t), 0, 0), x(121, four(s1t, uint32(n1.nl), uint32(n1.nr), s0t), 0, 0),
		x(122, s0t, n0.lset, 0), x(123, s0t, n0.rset, 0), x(124, s1t, n1.lset, 0), x(125, s1t, n1.rset, s0t), x(126, b0t, nb.lset, s0t),
		x(127, s1w, n1.rset, s0t), x(128, s0w, n0.rset, b0t), x(129, s0w, n0.lset, 0), x(130, s1t, n1.lset, s0t), x(131, s0t, n0.lset, n0.rset),
		x(132, four(m10, s1t, s0t, 0), 0, 0), x(133, four(m0b, s0t, b0t, 0), 0, 0), x(134, m10, s1w, s0t), x(135, m0b, s0w, b0t),
		x(136, four(m10, m0b, s1t, s0t), b0t, 0),
		x(137, g[0], g[2], 0), x(138, g[1], g[0], 0), x(139, g[1], s0t, b0t), x(140, g[0], b0t, 0), x(141, s0t, g[2], 0), x(142, g[1], s0t, 0),
		x(143, s1t, g[0], 0), x(144, g[1], s0lw, g[0]), x(145, g[0], b0lw, g[2]), x(146, g[1], s0lw, 0), x(147, g[0], b0lw, 0),
		x(148, s1t, g[0], b0t), x(149, g[0], s0t, b0t),
		x(150, four(uint32(min(s.depth, 4)), s0t, b0t, 0), uint32(min(s.n-nb.tok, 3)), 0),
	)
}
