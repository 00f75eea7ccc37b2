// Package lineage finds which articles share text.
package lineage
