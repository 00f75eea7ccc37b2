package ud

// none stands for "no such word" in a node.
const none = -1

// A node is a word on the stack, or at the front of the buffer, with the facts
// of the partial tree below it that features ask for. Nodes are never changed
// once a later one points to them, so that states may share them.
type node struct {
	// tok is the word; the root has the index one past the last word.
	tok int32
	// prev is the node below on the stack.
	prev int32
	// l1 is the leftmost child so far and l2 the one before it was found, r1
	// and r2 the same on the right.
	l1, l2, r1, r2 int32
	// l1rel to r2rel are their relations, as numbers.
	l1rel, l2rel, r1rel, r2rel uint8
	// nl and nr count the children, lset and rset are the sets of their relations.
	nl, nr     uint8
	lset, rset uint32
}

// fresh returns a node without children.
func fresh(tok int32) node {
	return node{tok: tok, prev: none, l1: none, l2: none, r1: none, r2: none}
}

// addLeft notes a further left child.
func (n *node) addLeft(tok int32, rel uint8) {
	n.l2, n.l2rel = n.l1, n.l1rel
	n.l1, n.l1rel = tok, rel
	n.nl++
	n.lset |= 1 << (rel % 32)
}

// addRight notes a further right child.
func (n *node) addRight(tok int32, rel uint8) {
	n.r2, n.r2rel = n.r1, n.r1rel
	n.r1, n.r1rel = tok, rel
	n.nr++
	n.rset |= 1 << (rel % 32)
}

// A state is a point of an arc-hybrid derivation (Kuhlmann, Gomez-Rodriguez and
// Satta 2011): a stack, the front of the buffer, and the arcs so far. The root
// stands at the end of the buffer, which makes sure that there is one tree with
// one root: the root takes a child only when nothing else is on the stack.
type state struct {
	nodes []node
	// top is the node on top of the stack, or none.
	top int32
	// depth is the height of the stack.
	depth int32
	// front is the node of the first word in the buffer.
	front node
	// n is the number of words.
	n int32
}

// reset makes the state the first one of a sentence of n words.
func (s *state) reset(n int) {
	s.nodes = s.nodes[:0]
	s.top, s.depth, s.n = none, 0, int32(n)
	s.front = fresh(0)
}

// done reports whether the tree is complete.
func (s *state) done() bool { return s.front.tok == s.n && s.depth == 0 }

// canShift, canLeft and canRight say which moves keep a tree possible.
func (s *state) canShift() bool { return s.front.tok < s.n }

func (s *state) canLeft() bool {
	return s.depth > 0 && (s.front.tok < s.n || s.depth == 1)
}

func (s *state) canRight() bool { return s.depth > 1 }

// shift moves the front of the buffer to the stack.
func (s *state) shift() {
	s.front.prev = s.top
	s.top = int32(len(s.nodes))
	s.nodes = append(s.nodes, s.front)
	s.depth++
	s.front = fresh(s.front.tok + 1)
}

// left makes the front of the buffer the head of the top of the stack.
func (s *state) left(rel uint8) (child, head int32) {
	top := &s.nodes[s.top]
	child, head = top.tok, s.front.tok
	s.front.addLeft(child, rel)
	s.top = top.prev
	s.depth--
	return child, head
}

// right makes the second word on the stack the head of the top.
func (s *state) right(rel uint8) (child, head int32) {
	top := &s.nodes[s.top]
	under := s.nodes[top.prev]
	child, head = top.tok, under.tok
	under.addRight(child, rel)
	s.top = int32(len(s.nodes))
	s.nodes = append(s.nodes, under)
	s.depth--
	return child, head
}
