package stemma

// A Tree is what the language model sees in a [Doc]: a tag, a lemma, a head and
// a relation for every token. It lies beside the Doc, never inside it: index i
// of every slice is token i of Doc.Tokens. `text/ud` makes it; nobody changes it.
type Tree struct {
	// Doc is the Doc that was parsed.
	Doc *Doc
	// Tags are the universal parts of speech.
	Tags []Tag
	// Penns are the finer Penn Treebank tags, which tell "took" from "taken".
	Penns []Penn
	// Lemmas are the dictionary forms: "say" for "Said", "Berlin" for "BERLIN".
	Lemmas []string
	// Heads are the tokens that the tokens depend on, or -1 for the one root of
	// each sentence. A head lies in the same sentence, and there are no cycles.
	Heads []int32
	// Rels are the relations to the heads.
	Rels []Rel
}

// Root returns the token that sentence s hangs on, or -1 when it has no tokens.
func (t *Tree) Root(s int) int {
	sent := t.Doc.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		if t.Heads[i] < 0 {
			return int(i)
		}
	}
	return -1
}

// Tag is a universal part of speech (UPOS of Universal Dependencies 2). The
// zero value means unknown.
type Tag uint8

// The universal parts of speech.
const (
	TagUnknown Tag = iota
	TagAdj
	TagAdp
	TagAdv
	TagAux
	TagCconj
	TagDet
	TagIntj
	TagNoun
	TagNum
	TagPart
	TagPron
	TagPropn
	TagPunct
	TagSconj
	TagSym
	TagVerb
	TagX
)

var tagNames = [...]string{
	"", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART",
	"PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
}

// String returns the tag's name in CoNLL-U, or "" when unknown.
func (t Tag) String() string { return nameOf(tagNames[:], int(t)) }

// ParseTag returns the tag with the given CoNLL-U name, or TagUnknown.
func ParseTag(name string) Tag { return Tag(indexOf(tagNames[:], name)) }

// Penn is a part of speech of the Penn Treebank as extended by the English Web
// Treebank. The zero value means unknown.
type Penn uint8

// The Penn Treebank tags.
const (
	PennUnknown      Penn = iota
	PennDollar            // $ and other currency signs
	PennCloseQuote        // ”
	PennComma             // ,
	PennOpenBracket       // ( [ {
	PennCloseBracket      // ) ] }
	PennStop              // . ? !
	PennColon             // : ; - ...
	PennOpenQuote         // “
	PennADD               // address: URL, e-mail
	PennAFX               // affix written apart
	PennCC                // coordinating conjunction
	PennCD                // cardinal number
	PennDT                // determiner
	PennEX                // existential "there"
	PennFW                // foreign word
	PennGW                // part of a word split by mistake
	PennHYPH              // hyphen
	PennIN                // preposition or subordinating conjunction
	PennJJ                // adjective
	PennJJR               // adjective, comparative
	PennJJS               // adjective, superlative
	PennLS                // list item marker
	PennMD                // modal
	PennNFP               // superfluous punctuation
	PennNN                // noun, singular
	PennNNP               // proper noun, singular
	PennNNPS              // proper noun, plural
	PennNNS               // noun, plural
	PennPDT               // predeterminer
	PennPOS               // possessive ending
	PennPRP               // personal pronoun
	PennPRPS              // possessive pronoun, PRP$
	PennRB                // adverb
	PennRBR               // adverb, comparative
	PennRBS               // adverb, superlative
	PennRP                // particle
	PennSYM               // symbol
	PennTO                // to
	PennUH                // interjection
	PennVB                // verb, base form
	PennVBD               // verb, past tense
	PennVBG               // verb, -ing form
	PennVBN               // verb, past participle
	PennVBP               // verb, present, not third person singular
	PennVBZ               // verb, present, third person singular
	PennWDT               // wh-determiner
	PennWP                // wh-pronoun
	PennWPS               // possessive wh-pronoun, WP$
	PennWRB               // wh-adverb
)

var pennNames = [...]string{
	"", "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "``", "ADD", "AFX", "CC", "CD", "DT",
	"EX", "FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP",
	"NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO",
	"UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB",
}

// String returns the tag's name in the treebanks, or "" when unknown.
func (p Penn) String() string { return nameOf(pennNames[:], int(p)) }

// ParsePenn returns the tag with the given name, or PennUnknown.
func ParsePenn(name string) Penn { return Penn(indexOf(pennNames[:], name)) }

// Rel is a dependency relation of Universal Dependencies 2 with the subtypes
// that English treebanks use. The zero value means unknown.
type Rel uint8

// The relations; a subtype follows its universal relation.
const (
	RelUnknown Rel = iota
	RelACL
	RelACLRelcl
	RelAdvcl
	RelAdvclRelcl
	RelAdvmod
	RelAmod
	RelAppos
	RelAux
	RelAuxPass
	RelCase
	RelCC
	RelCCPreconj
	RelCcomp
	RelClf
	RelCompound
	RelCompoundPrt
	RelConj
	RelCop
	RelCsubj
	RelCsubjOuter
	RelCsubjPass
	RelDep
	RelDet
	RelDetPredet
	RelDiscourse
	RelDislocated
	RelExpl
	RelFixed
	RelFlat
	RelGoeswith
	RelIobj
	RelList
	RelMark
	RelNmod
	RelNmodDesc
	RelNmodPoss
	RelNmodUnmarked
	RelNsubj
	RelNsubjOuter
	RelNsubjPass
	RelNummod
	RelObj
	RelObl
	RelOblAgent
	RelOblUnmarked
	RelOrphan
	RelParataxis
	RelPunct
	RelReparandum
	RelRoot
	RelVocative
	RelXcomp
)

var relNames = [...]string{
	"", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux",
	"aux:pass", "case", "cc", "cc:preconj", "ccomp", "clf", "compound", "compound:prt",
	"conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det", "det:predet",
	"discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark",
	"nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer",
	"nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan",
	"parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
}

// relBases holds the universal relation of every relation.
var relBases = func() (bases [len(relNames)]Rel) {
	for i, name := range relNames {
		base := name
		for j := range len(name) {
			if name[j] == ':' {
				base = name[:j]
				break
			}
		}
		bases[i] = ParseRel(base)
	}
	return bases
}()

// String returns the relation's name in CoNLL-U, or "" when unknown.
func (r Rel) String() string { return nameOf(relNames[:], int(r)) }

// Base returns the universal relation without the subtype: nsubj for nsubj:pass.
func (r Rel) Base() Rel {
	if int(r) < len(relBases) {
		return relBases[r]
	}
	return RelUnknown
}

// ParseRel returns the relation with the given CoNLL-U name, or RelUnknown.
func ParseRel(name string) Rel { return Rel(indexOf(relNames[:], name)) }

// Rels returns all known relations in their order.
func Rels() []Rel {
	all := make([]Rel, 0, len(relNames)-1)
	for r := 1; r < len(relNames); r++ {
		all = append(all, Rel(r))
	}
	return all
}

func nameOf(names []string, i int) string {
	if i < len(names) {
		return names[i]
	}
	return ""
}

func indexOf(names []string, name string) int {
	for i, n := range names {
		if n == name {
			return i
		}
	}
	return 0
}
