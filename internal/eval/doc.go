// Package eval measures what Stemma finds against what is true.
package eval
