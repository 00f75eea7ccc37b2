// Package extract turns a page into an article.
package extract
