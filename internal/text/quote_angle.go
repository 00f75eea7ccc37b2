package text

// angles decides the sides of guillemets, which open outwards in French («…»)
// and inwards in German (»…«): the first of a family in the article says which.
// White space inside the marks is common, so that it decides nothing.
func (q *quoter) angles() {
	var inward [families]bool
	var seen [families]bool
	for m := range q.marks {
		mk := &q.marks[m]
		if mk.family != familyAngle && mk.family != familySmallAngle {
			continue
		}
		if !seen[mk.family] {
			seen[mk.family] = true
			inward[mk.family] = mk.glyph == sideClose
		}
		mk.side = mk.glyph
		if inward[mk.family] {
			mk.side = sideOpen + sideClose - mk.glyph
		}
	}
}
