package text

// ruleOf names the rule of a range by the marks that open and close it:
// straight, curly, low („…“), backtick (“...”), mixed when one kind opens and another
// closes, angle, corner; single ones have their own names.
func (q *quoter) ruleOf(open, closing int) string {
	if open < 0 {
		return "quote.carried"
	}
	a, b := q.word(int(q.marks[open].tok)), q.word(int(q.marks[closing].tok))
	switch q.marks[open].family {
	case familySingle:
		return "quote.single." + kindOfPair(a, b)
	case familyAngle, familySmallAngle:
		return "quote.angle"
	case familyCorner, familyWhiteCorner:
		return "quote.corner"
	}
	return "quote." + kindOfPair(a, b)
}

func kindOfPair(a, b string) string {
	switch a + b {
	case `""`, "''", "＂＂", "``":
		return "straight"
	case "“”", "‘’", "””", "’’", "‘‘’’":
		return "curly"
	case "„“", "„”", "‚‘", "‚’":
		return "low"
	case "``''", "`'", "''''", "``\"":
		return "backtick"
	}
	return "mixed"
}
