// Package text turns an article into its parsed view: tokens, sentences,
// paragraphs and quotation ranges, as byte offsets of the unchanged text.
package text
