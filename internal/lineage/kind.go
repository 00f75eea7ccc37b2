package lineage

import "stemma"

// Thresholds of the kinds, in thousandths and words.
const (
	minContainment  = 550
	lowContainment  = 400
	lowPieces       = 3
	lowRun          = 20
	minShared       = 25
	tinyShared      = 10
	copyContainment = 900
	copyChanged     = 30
)

// kind says whether the pair is a copy or an edited copy, or "" for neither.
func (m Measure) kind() stemma.DerivationKind {
	if !m.related() || m.ContainmentAll() < lowContainment {
		return ""
	}
	if m.Containment() >= copyContainment && 1000*m.Changed <= copyChanged*m.Shared {
		return stemma.DerivationCopy
	}
	return stemma.DerivationEditedCopy
}

// related reports whether the texts share enough of their own words.
func (m Measure) related() bool {
	c := m.Containment()
	switch {
	case m.Shared < tinyShared:
		return false
	case m.Shared < minShared:
		return min(m.ContainmentA(), m.ContainmentB()) >= copyContainment
	}
	return c >= minContainment || c >= lowContainment && m.Pieces >= lowPieces && m.Longest >= lowRun
}

// probability is that of the kind, in percent.
func (m Measure) probability() int {
	return min(99, 50+m.Containment()/20)
}

// kindReasons are the terms that decide the kind.
func kindReasons(m Measure, inChild, inParent int) []stemma.Reason {
	return []stemma.Reason{
		{Name: "containment", Millis: 8 * (m.Containment() - minContainment), Detail: itoa(inChild) + " of 1000 words of the child's own stand in the parent, " + itoa(inParent) + " of the parent's in the child"},
		{Name: "longest_run", Millis: 10 * min(m.Longest, 100), Detail: itoa(m.Longest) + " words in a row"},
	}
}
